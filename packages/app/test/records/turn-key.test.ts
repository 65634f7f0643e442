import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Platform } from '../../src/context.js'
import { runJob } from '../../src/queue/run-job.js'
import { keyInForce } from '../../src/records/key-in-force.js'
import { findSealingKey } from '../../src/records/sealing-key.js'
import { type SealedAnew, sealAnew } from '../../src/records/turn-key/seal-anew.js'
import { SEALED_COLUMNS } from '../../src/records/turn-key/sealed-columns.js'
import { correctRequest } from '../../src/requests/correct-request.js'
import { sealFiling } from '../../src/requests/filing/filing.js'
import { readFiling } from '../../src/requests/filing/read-filings.js'
import { keepRequestFiles } from '../../src/requests/keep-files.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { addMaterials } from '../../src/requests/materials/add-materials.js'
import { sealMaterial } from '../../src/requests/materials/material.js'
import { openMaterialFile, readMaterial } from '../../src/requests/materials/read-materials.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequest } from '../../src/requests/read-request.js'
import { readRequestFile } from '../../src/requests/read-request-file.js'
import { registrationOf } from '../../src/requests/registration.js'
import type { RequestFile } from '../../src/requests/request.js'
import { keepMaterial, sealIntoStore } from '../../src/requests/request-files.js'
import { sweepFilesJob } from '../../src/requests/sweep-files.js'
import { type FileStore, folderStore } from '../../src/storage/file-store.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { APPLICANT, later, registered } from '../requests/given.js'
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
    let filed: Record<'requestId' | 'fileId' | 'letterId' | 'materialId', string>
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
      const materialId = await withDocument(request)
      const letter = await approved(
        tree.platform,
        desk,
        request.id,
        draftOf('decision', 'disclosure', ['disclosed']),
      )
      filed = { requestId: request.id, fileId: files[0]?.id ?? '', letterId: letter.id, materialId }
    })
    /** A document with what was made of it, a filed case, and a corrected name; what a job would make is put there as it would be. */
    const withDocument = async ({ id, version, ...request }: RequestFile) => {
      const { platform, places } = tree
      const owner = { actor: desk.officer, requestId: id }
      const guarded = { ...store, inspect: async () => {} }
      const named = { name: '合同.pdf', bytes: PDF }
      const material = done(await keepMaterial(platform, guarded, { ...named, ...owner }))
      done(await addMaterials(platform, desk.officer, { requestId: id, files: [material] }))
      const made = async () => ({
        ...(await sealIntoStore(platform, store, owner, PDF)),
        ...{ name: '合同.pdf', mediaType: 'application/pdf' },
      })
      const result = { ok: true, on: TODAY, withheld: [], problems: [] } as const
      const files = { file: await made(), index: await made() }
      const db = await tree.owner()
      await db.query('update gongkai.request_material set marks = $1, result = $2 where id = $3', [
        sealMaterial(platform, material.id, 'marks', { boxes: [], passages: [] }),
        sealMaterial(platform, material.id, 'result', { ...result, ...files }),
        material.id,
      ])
      const kept = { ok: true, problems: [], printed: await made(), packed: await made() } as const
      await db.query(
        `insert into gongkai.request_filing (tenant_id, request_id, no, authority_id, state, result, job_id, asked_by, asked_at, filed_on)
          values ($1, $2, 1, $3, 'filed', $5, gen_random_uuid(), $4, now(), '2026-01-05')`,
        [
          ...[platform.tenantId, id, places.own, desk.officer.personId],
          sealFiling(platform, { request_id: id, no: 1 }, 'result', kept),
        ],
      )
      done(
        await correctRequest(platform, desk.officer, {
          ...{ requestId: id, version, reason: '误登', people: [{ ...APPLICANT, name: '周大禾' }] },
          registration: { ...registrationOf({ id, version, ...request }), title: '养护合同' },
        }),
      )
      return material.id
    }
    after(async () => {
      await tree.close()
      rmSync(folder, { recursive: true })
    })

    const readAll = async (platform: Platform) => {
      const people = done(await readApplicant(platform, desk.officer, filed.requestId))
      assert.deepEqual(
        people.map(({ person }) => [person?.name, person?.idNumber]),
        ['周大禾', '周小禾'].map((name) => [name, APPLICANT.idNumber]),
      )
      done(await readLetter(platform, desk.officer, filed))
      const { content } = done(await readRequestFile(platform, desk.officer, filed, store))
      assert.ok(content.equals(PDF))
      const { result } = done(await readMaterial(platform, desk.officer, filed))
      assert.ok(result?.ok)
      for (const which of ['original', 'file', 'index'] as const) {
        const asked = { ...filed, which, isShown: true }
        const opened = done(await openMaterialFile(platform, desk.officer, asked, store))
        assert.ok(opened.content.equals(PDF))
      }
      for (const which of ['printed', 'packed'] as const) {
        const asked = { requestId: filed.requestId, no: 1, which }
        assert.ok(done(await readFiling(platform, desk.officer, asked, store)).content.equals(PDF))
      }
      const { corrections } = done(await readRequest(platform, desk.officer, filed.requestId))
      assert.equal(corrections[0]?.before?.title, null)
    }
    const digests = async () => {
      const found: string[] = []
      for await (const digest of store.digests()) found.push(digest)
      return found
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

      const run = (tell: (done: SealedAnew) => void, files: FileStore = store) =>
        sealAnew(tree.url, files, { to: both, from }, tell)
      for (const stop of [1, 2, 4]) {
        await assert.rejects(
          run(({ anew }) => {
            if (anew >= stop) throw new Error('killed')
          }),
          /killed/,
        )
        await readAll({ ...tree.platform, key: both })
      }
      // Ended between the store and the database, and between the database and the store: either leaves a file behind.
      const killed = () => Promise.reject(new Error('killed'))
      const put = async (bytes: Uint8Array) => {
        await store.put(bytes)
        return killed()
      }
      await assert.rejects(
        run(() => {}, { ...store, put }),
        /killed/,
      )
      await assert.rejects(
        run(() => {}, { ...store, remove: killed }),
        /killed/,
      )
      await readAll({ ...tree.platform, key: both })
      assert.equal((await digests()).length, 8)
      const last = done(await run(() => {}))
      assert.equal(last.shut, 0)
      const key = done(await keyInForce(db, file('new')))
      assert.equal(key.former, undefined)
      await readAll({ ...tree.platform, key })
      const anew = await hashes()
      assert.equal(new Set(anew.map(({ identity_hash }) => identity_hash.toString('hex'))).size, 1)
      assert.notDeepEqual(anew.slice(0, 1), before)

      // The sweep of a later night takes what was left behind and nothing else.
      await runJob({ ...later(tree.platform, 800), key }, sweepFilesJob(store), {
        ...{ id: '019b8a5e-0000-7000-8000-000000000001', signal: new AbortController().signal },
        data: { tenantId: tree.platform.tenantId, data: {} },
      })
      assert.equal((await digests()).length, 6)
      await readAll({ ...tree.platform, key })
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
