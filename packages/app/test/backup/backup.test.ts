import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { restoreBackup } from '../../src/backup/restore-backup.js'
import { migrate } from '../../src/storage/migrate.js'
import { emptyDatabase } from '../support/database.js'
import { newRegion } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'
import { ask, copyOf, newStore, tell } from './copies.js'

/** Everything that guards the data: references, rules, triggers with their state, policies, rights. */
const GUARDS = `
  select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as is
    from pg_constraint where connamespace = 'gongkai'::regnamespace
  union all select tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(t.oid) from pg_trigger t
    join pg_class c on c.oid = tgrelid and relnamespace = 'gongkai'::regnamespace where not tgisinternal
  union all select tablename, policyname, concat(cmd, qual, with_check) from pg_policies where schemaname = 'gongkai'
  union all select table_name, privilege_type, grantee from information_schema.role_table_grants
    where table_schema = 'gongkai' and grantee = 'gongkai_app'
  order by 1, 2, 3`

// The servers do not know of each other: both are tried at the same time.
describe('备份和恢复', { concurrency: SERVERS.length }, () => {
  for (const server of SERVERS) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      it('四人同时办理时备份，恢复后记录链完整、行数与备份时一致、文件一字节不差', async () => {
        const region = await newRegion(server)
        const files = newStore()
        let stop = false
        const writers = [1, 2, 3, 4].map(async (writer) => {
          for (let number = 1; !stop; number++) {
            await tell(region, files, `${writer}-${number}`)
            await wait(10)
          }
        })
        for (let number = 1; number <= 20; number++) await tell(region, files, `0-${number}`)
        const { file, manifest } = await copyOf(region.url, files, 'test')
        stop = true
        await Promise.all(writers)

        const url = await emptyDatabase(server)
        const restoredFiles = newStore()
        const { key } = region.platform
        const restored = await restoreBackup(file, { url, files: restoredFiles, key })
        assert.ok(restored.ok, JSON.stringify(restored))
        const { proof, upgraded } = restored.value
        assert.deepEqual(
          [proof.broken, proof.closedEvents, proof.closedTimeCodes, upgraded],
          [null, 0, 0, []],
        )
        for (const { name, rows } of manifest.tables) {
          const counted = await ask(url, `select count(*)::integer as rows from ${name}`)
          assert.deepEqual(counted, [{ rows }], name)
        }
        const events = await ask(url, `select detail from gongkai.event where name = 'noteMade'`)
        assert.ok(events.length >= 20)
        assert.equal(proof.events, events.length + 1)
        const [later] = await ask(region.url, 'select count(*)::integer as all from gongkai.event')
        assert.ok(later.all > proof.events, 'the writers wrote on while the copy was made')
        for (const { detail } of events) {
          const { digest } = JSON.parse(detail)
          assert.deepEqual(await restoredFiles.get(digest), await files.get(digest))
        }
        await region.close()
      })

      it('恢复后每一行、每一处引用、触发器、行级规则都与原来相同，记录仍然不可更改', async () => {
        const region = await newRegion(server)
        const files = newStore()
        await tell(region, files, '甲')
        const { file, manifest } = await copyOf(region.url, files, 'test')
        const url = await emptyDatabase(server)
        assert.ok((await restoreBackup(file, { url, files, key: null })).ok)
        assert.deepEqual(await ask(url, GUARDS), await ask(region.url, GUARDS))
        for (const { name } of manifest.tables) {
          const all = `select t::text as row from ${name} t order by 1`
          assert.deepEqual(await ask(url, all), await ask(region.url, all), name)
        }
        await assert.rejects(ask(url, `update gongkai.event set name = ''`), /only ever added/)
        await region.close()
      })

      it('没有密钥时恢复，说明哪些打不开', async () => {
        const region = await newRegion(server)
        const files = newStore()
        await tell(region, files, '甲')
        await tell(region, files, '乙')
        const { personId, tenantId } = region.founded
        await ask(
          region.url,
          `insert into gongkai.credential (tenant_id, person_id, totp) values ('${tenantId}', '${personId}', '\\x01')`,
        )
        const { file } = await copyOf(region.url, files, 'test')
        const url = await emptyDatabase(server)
        const restored = await restoreBackup(file, { url, files, key: null })
        assert.ok(restored.ok)
        const { manifest, proof } = restored.value
        assert.deepEqual(
          [manifest.keyId, proof.broken, proof.closedEvents, proof.closedTimeCodes],
          ['test', null, 2, 1],
        )
        await region.close()
      })

      it('数据库中已有数据的，不恢复；只建了表、从未设置的，可以恢复', async () => {
        const region = await newRegion(server)
        const files = newStore()
        const { file } = await copyOf(region.url, files, null)
        const used = await restoreBackup(file, { url: region.url, files, key: null })
        assert.ok(!used.ok)
        assert.equal(used.refusal.code, 'restore.not-empty')
        assert.match(used.refusal.message, /GONGKAI_DATA/)
        const url = await emptyDatabase(server)
        await migrate(url)
        assert.ok((await restoreBackup(file, { url, files, key: null })).ok)
        await region.close()
      })

      it('等待办理的任务一并恢复，即使任务表的版本不同', async () => {
        const region = await newRegion(server)
        await ask(
          region.url,
          `select gongkai_jobs.create_queue('sendMail', '{"policy":"standard"}');
        alter table gongkai_jobs.job add column of_another_version text;
        insert into gongkai_jobs.job (name, data) values ('sendMail', '{"to":"甲"}')`,
        )
        const files = newStore()
        const { file } = await copyOf(region.url, files, null)
        const url = await emptyDatabase(server)
        assert.ok((await restoreBackup(file, { url, files, key: null })).ok)
        const jobs = 'select id, name, data, state, created_on from gongkai_jobs.job'
        const restored = await ask(url, jobs)
        assert.equal(restored.length, 1)
        assert.deepEqual(restored, await ask(region.url, jobs))
        await region.close()
      })

      it('a table of the schema is counted by nothing: no sequence would start again after a restore', async () => {
        const region = await newRegion(server)
        const sequences = `select relname from pg_class where relkind = 'S' and relnamespace = 'gongkai'::regnamespace`
        assert.deepEqual(await ask(region.url, sequences), [])
        await region.close()
      })
    })
  }
})
