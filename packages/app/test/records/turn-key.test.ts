import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Platform } from '../../src/context.js'
import { keyInForce } from '../../src/records/key-in-force.js'
import { findSealingKey } from '../../src/records/sealing-key.js'
import { type SealedAnew, sealAnew } from '../../src/records/turn-key/seal-anew.js'
import { SEALED_COLUMNS } from '../../src/records/turn-key/sealed-columns.js'
import { keepRequestFiles } from '../../src/requests/keep-files.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequestFile } from '../../src/requests/read-request-file.js'
import { type FileStore, folderStore } from '../../src/storage/file-store.js'
import { newTree, type Tree } from '../people/tree.js'
import { APPLICANT, registered } from '../requests/given.js'
import {
  approved,
  type Desk,
  done,
  draftOf,
  newDesk,
  refusalOf,
} from '../requests/given-letters.js'
import { SERVERS } from '../support/servers.js'

const PDF = Buffer.from('%PDF-1.7 x')

/** Columns of bytes in which nothing is sealed that is to be opened again: digests, public keys, and answers that are kept for an hour. */
const NOT_SEALED =
  /(digest|hash|previous|credential_id|public_key)$|^announced_file\.sender$|^repeat\.answer$/

for (const server of SERVERS) {
  describe(`换用密钥 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Desk
    let folder: string
    let store: FileStore
    let filed: { readonly requestId: string; readonly fileId: string; readonly letterId: string }
    const file = (name: string) => path.join(folder, name)

    before(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'gongkai-key-'))
      store = folderStore(file('files'))
      tree = await newTree(server)
      // That of the tests, as it would stand in a file.
      writeFileSync(file('old'), `${'07'.repeat(32)}\n`)
      const old = done(findSealingKey(file('old')))
      await (await tree.owner()).query('update gongkai.tenant set key_id = $1', [old?.id])
      desk = await newDesk(tree, tree.places.own, '石街公开')
      const guarded = { ...store, inspect: async () => {} }
      const sent = [{ purpose: 'identity', name: '身份证.pdf', bytes: PDF }] as const
      const files = done(await keepRequestFiles(tree.platform, guarded, sent, null))
      const { request } = await registered(tree.platform, desk.officer, tree.places.own, { files })
      const letter = await approved(
        tree.platform,
        desk,
        request.id,
        draftOf('decision', 'disclosure', ['disclosed']),
      )
      filed = { requestId: request.id, fileId: files[0]?.id ?? '', letterId: letter.id }
    })
    after(async () => {
      await tree.close()
      rmSync(folder, { recursive: true })
    })

    const readAll = async (platform: Platform) => {
      const [person] = done(await readApplicant(platform, desk.officer, filed.requestId))
      assert.equal(person?.person?.idNumber, APPLICANT.idNumber)
      done(await readLetter(platform, desk.officer, filed))
      const { content } = done(await readRequestFile(platform, desk.officer, filed, store))
      assert.ok(content.equals(PDF))
    }
    const hashes = async () =>
      (await (await tree.owner()).query('select identity_hash from gongkai.request_person')).rows

    it('新旧密钥并用时照常阅看；重新加密可以中断、继续；完成后不再需要原来的密钥', async () => {
      const { db } = tree.platform
      const before = await hashes()
      const both = done(await keyInForce(db, file('new'), file('old')))
      const from = both.former
      assert.ok(from)
      await readAll({ ...tree.platform, key: both })
      // What comes meanwhile is sealed with the new one.
      await registered({ ...tree.platform, key: both }, desk.officer, tree.places.own)
      assert.equal(refusalOf(await keyInForce(db, file('new'))), 'key.former-missing')
      assert.equal(refusalOf(await keyInForce(db, file('old'))), 'key.other')

      const run = (tell: (done: SealedAnew) => void) =>
        sealAnew(tree.url, store, { to: both, from }, tell)
      for (const stop of [1, 2, 4]) {
        await assert.rejects(
          run(({ anew }) => {
            if (anew >= stop) throw new Error('killed')
          }),
          /killed/,
        )
        await readAll({ ...tree.platform, key: both })
      }
      const last = done(await run(() => {}))
      assert.equal(last.shut, 0)
      const key = done(await keyInForce(db, file('new')))
      assert.equal(key.former, undefined)
      await readAll({ ...tree.platform, key })
      const anew = await hashes()
      assert.equal(new Set(anew.map(({ identity_hash }) => identity_hash.toString('hex'))).size, 1)
      assert.notDeepEqual(anew.slice(0, 1), before)
      const digests: string[] = []
      for await (const digest of store.digests()) digests.push(digest)
      assert.equal(digests.length, 1)
    })

    it('数据库中每个加密的栏都在重新加密之列', async () => {
      const owner = await tree.owner()
      const { rows } = await owner.query<{ at: string }>(
        `select c.relname || '.' || a.attname as at from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relnamespace = 'gongkai'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped`,
      )
      const sealed = rows.map(({ at }) => at).filter((at) => !NOT_SEALED.test(at))
      assert.deepEqual(
        sealed.toSorted(),
        SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted(),
      )
    })
  })
}
