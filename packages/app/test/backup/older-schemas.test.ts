import assert from 'node:assert/strict'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { makeBackup } from '../../src/backup/make-backup.js'
import { restoreBackup } from '../../src/backup/restore-backup.js'
import { migrate } from '../../src/storage/migrate.js'
import { MIGRATIONS } from '../../src/storage/migrations/index.js'
import { emptyDatabase } from '../support/database.js'
import { NOW } from '../support/platform.js'
import { newFolder, SERVERS } from '../support/servers.js'
import { ask, copyOf, newStore } from './copies.js'

const NAMES = Object.keys(MIGRATIONS)
const TENANT = '01900000-0000-7000-8000-000000000001'
const REGION = `insert into gongkai.tenant values ('${TENANT}', '云岭县', null, now())`

const LAST = NAMES.length - 1
/** Of these schemas a copy is restored, which is brought up from there: of the first, from which every migration runs, one in between, and the present one. */
const OLDER = [
  [0, Math.floor(LAST / 2), LAST],
  [0, LAST],
]

// The servers do not know of each other: both are tried at the same time.
describe('旧版本的备份', { concurrency: SERVERS.length }, () => {
  for (const [index, server] of SERVERS.entries()) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      // One region, whose database goes up from schema to schema as installations do.
      let old: string
      before(async () => {
        old = await emptyDatabase(server)
      })

      for (const at of OLDER[index] ?? []) {
        it(`${NAMES[at]}：恢复后升级到现在的版本`, async () => {
          await migrate(old, NAMES[at])
          if (at === 0) await ask(old, REGION)
          const files = newStore()
          const { file, manifest } = await copyOf(old, files, null)
          assert.deepEqual(manifest.migrations, NAMES.slice(0, at + 1))
          const url = await emptyDatabase(server)
          const restored = await restoreBackup(file, { url, files, key: null })
          assert.ok(restored.ok, JSON.stringify(restored))
          assert.deepEqual(restored.value.upgraded, NAMES.slice(at + 1))
          assert.deepEqual(await ask(url, 'select name from gongkai.tenant'), [{ name: '云岭县' }])
        })
      }

      it('更新的版本制作的备份，不恢复，请先升级程序', async () => {
        const newer = await emptyDatabase(server)
        await migrate(newer)
        await ask(newer, REGION)
        await ask(newer, `insert into gongkai.kysely_migration values ('9999-01-01-1-later', 'x')`)
        const { file } = await copyOf(newer, newStore(), null)
        const target = { url: await emptyDatabase(server), files: null, key: null }
        const restored = await restoreBackup(file, target)
        assert.equal(!restored.ok && restored.refusal.code, 'backup.newer')
      })

      it('还没有数据的，没有可以备份的内容', async () => {
        const url = await emptyDatabase(server)
        const source = { url, files: newStore(), keyId: null, madeAt: NOW }
        const made = await makeBackup(source, path.join(newFolder(), 'backup.tar'))
        assert.equal(!made.ok && made.refusal.code, 'backup.nothing')
      })
    })
  }
})
