import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Platform } from '../../src/context.js'
import { runJob } from '../../src/queue/run-job.js'
import { systemOf } from '../../src/queue/system.js'
import { readLog } from '../../src/records/read-log.js'
import { verifyLog } from '../../src/records/verify-log.js'
import { countRequests } from '../../src/requests/count-requests.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { leaveUnpapered } from '../../src/requests/owed-papers.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequest } from '../../src/requests/read-request.js'
import { listRequestFiles } from '../../src/requests/read-request-file.js'
import { sealRequestFile } from '../../src/requests/request-files.js'
import { decideErasure, proposeErasure } from '../../src/requests/retention/decide-erasure.js'
import { eraseJob } from '../../src/requests/retention/erase-job.js'
import { liftHold, placeHold } from '../../src/requests/retention/hold.js'
import { readRetention } from '../../src/requests/retention/read-retention.js'
import { transact } from '../../src/storage/transact.js'
import { TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { brought } from '../remedies/given.js'
import { ANY_SERVER } from '../support/servers.js'
import { APPLICANT, later, registered } from './given.js'
import { filedAway, withdrawn } from './given-closed.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

for (const server of ANY_SERVER) {
  describe(`保存期限届满后清除个人信息 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Desk
    /** In the last year of the keeping, and in the first after it. */
    let before30: Platform
    let after30: Platform
    const store = memory()

    before(async () => {
      tree = await newTree(server)
      desk = await newDesk(tree, tree.places.own, '石街公开')
      before30 = { ...tree.platform, now: () => new Date('2056-12-31T01:00:00Z') }
      after30 = { ...tree.platform, now: () => new Date('2057-01-01T01:00:00Z') }
    })
    after(() => tree.close())

    const view = async (platform: Platform) =>
      done(await readRetention(platform, desk.officer, tree.places.own))

    it('自办结的次年起满三十年的到期；保全的、救济没有终结的不清除', async () => {
      const { platform, places } = tree
      const plain = await withdrawn(platform, desk.officer, places.own)
      const held = await withdrawn(platform, desk.officer, places.own)
      const sued = await withdrawn(platform, desk.officer, places.own)
      const command = { requestId: held.id, reason: `${APPLICANT.name}一案仍在审计` }
      done(await placeHold(platform, desk.officer, command))
      await brought(platform, desk.officer, places.own, { requestId: sued.id })
      assert.equal((await view(before30)).due, 0)
      const stops = async () =>
        Object.entries((await view(after30)).stopped).filter(([, n]) => n > 0)
      assert.deepEqual(await stops(), [
        ['hold', 1],
        ['remedy', 1],
        ['paper', 1],
      ])
      const paper = { requestId: plain.id, version: plain.version, no: 1, reason: '已当面告知' }
      done(await leaveUnpapered(platform, desk.officer, paper))
      assert.deepEqual((await stops()).at(-1), ['filing', 1])
      await filedAway(tree)
      const now = await view(after30)
      assert.deepEqual([now.years, now.known, now.overBefore], [30, 'memory', '2027-01-01'])
      assert.deepEqual(
        [now.due, now.stopped],
        [1, { hold: 1, remedy: 1, letter: 0, task: 0, part: 0, paper: 0, filing: 0 }],
      )
      assert.deepEqual(
        now.oldest.filter(({ stopped }) => !stopped).map(({ id }) => id),
        [plain.id],
      )
      assert.equal(refusalOf(await placeHold(platform, desk.officer, command)), 'hold.placed')
      done(await liftHold(platform, desk.officer, { ...command, reason: '审计结束' }))
      assert.deepEqual((await stops()).at(-1), ['filing', 1])
      await filedAway(tree)
      assert.equal((await view(after30)).due, 2)
    })

    it('提请的人不能批准；批准后清除姓名、文书、材料，统计不变，记录链条完整', async () => {
      const { platform, places } = tree
      const sent = { name: '身份证.pdf', bytes: PDF, purpose: 'identity' } as const
      const { file, sealed } = done(await sealRequestFile(platform, store, sent))
      await store.put(file.digest, sealed)
      const { request } = await registered(platform, desk.officer, places.own, { files: [file] })
      const letter = await approved(
        platform,
        desk,
        request.id,
        draftOf('decision', 'disclosure', ['disclosed']),
      )
      done(
        await sendLetter(platform, desk.officer, {
          ...{ ...refOf(letter), on: TODAY, way: 'post', proof: 'XA00000000000' },
        }),
      )
      await filedAway(tree)
      const counted = { authorityId: places.own, from: TODAY, to: TODAY, form: '2021' as const }
      const table = done(await countRequests(after30, desk.officer, counted))
      const { due } = await view(after30)
      const propose = { authorityId: places.own, due, reason: '保存期限届满' }
      const few = await proposeErasure(after30, desk.officer, { ...propose, due: due + 1 })
      assert.equal(refusalOf(few), 'erasure.moved')
      const { id: erasureId } = done(await proposeErasure(after30, desk.disclosureHead, propose))
      const decision = { erasureId, decision: 'approved', reason: null } as const
      const own = await decideErasure(after30, desk.disclosureHead, decision)
      assert.equal(refusalOf(own), 'erasure.own-proposal')
      done(await decideErasure(after30, desk.leader, decision))
      assert.equal(
        refusalOf(await decideErasure(after30, desk.leader, decision)),
        'erasure.decided',
      )
      // Killed after the database was changed and before the files were gone: the second run takes up there.
      await assert.rejects(
        run(after30, erasureId, {
          remove: async () => {
            throw new Error('killed')
          },
        }),
      )
      assert.equal(store.size(), 1)
      await run(after30, erasureId, store)
      assert.equal(store.size(), 0)

      const erased = done(await readRequest(after30, desk.officer, request.id))
      assert.equal(erased.request.wanted, '（已依规清除）')
      assert.equal(erased.request.requestNumber, request.requestNumber)
      assert.ok(erased.request.erasedAt)
      const [person] = done(await readApplicant(after30, desk.officer, request.id))
      assert.deepEqual([person?.person, person?.erased?.under.slice(0, 6)], [null, '《机关文件材'])
      assert.deepEqual(done(await listRequestFiles(after30, desk.officer, request.id)), [])
      const asked = { requestId: request.id, letterId: letter.id }
      assert.equal(refusalOf(await readLetter(after30, desk.officer, asked)), 'letter.erased')
      assert.deepEqual(done(await countRequests(after30, desk.officer, counted)), table)
      const [last] = (await view(after30)).erasures
      assert.deepEqual([last?.erased, last?.doneAt !== null], [due, true])
      const verdict = await transact(after30, systemOf(after30), async ({ tx }) => ({
        ...{ ok: true as const, value: await verifyLog(readLog(tx, after30.key)) },
      }))
      assert.equal(verdict.value.broken, null)
    })

    it('没有批准的清除不会办理', async () => {
      const owner = await tree.owner()
      const officer = (await addPerson(tree, 'disclosureOfficer', tree.places.sibling)).actor
      const head = (await addPerson(tree, 'disclosureHead', tree.places.sibling)).actor
      await withdrawn(tree.platform, officer, tree.places.sibling)
      await filedAway(tree)
      const propose = { authorityId: tree.places.sibling, due: 1, reason: '保存期限届满' }
      const { id } = done(await proposeErasure(later(tree.platform, 32 * 366), officer, propose))
      await assert.rejects(run(after30, id, store), /decision/)
      const rejected = { erasureId: id, decision: 'rejected' } as const
      const silent = await decideErasure(after30, head, { ...rejected, reason: ' ' })
      assert.equal(refusalOf(silent), 'erasure.no-reason')
      done(await decideErasure(after30, head, { ...rejected, reason: '仍需使用' }))
      await assert.rejects(run(after30, id, store), /decision/)
      const { rows } = await owner.query(
        'select name from gongkai.request_person where authority_id = $1',
        [tree.places.sibling],
      )
      assert.deepEqual(rows, [{ name: APPLICANT.name }])
    })
  })
}

const PDF = Buffer.from('%PDF-1.7 x')

/** A store in memory. */
function memory() {
  const kept = new Map<string, Uint8Array>()
  return {
    inspect: async () => {},
    async put(digest: string, bytes: Uint8Array) {
      kept.set(digest, bytes)
    },
    async remove(digest: string) {
      kept.delete(digest)
    },
    size: () => kept.size,
  }
}

let runs = 0
const run = (
  platform: Platform,
  erasureId: string,
  files: { readonly remove: (digest: string) => Promise<void> },
) =>
  runJob(platform, eraseJob(files), {
    ...{ id: `019b8a5e-0000-7000-8000-${`${++runs}`.padStart(12, '0')}` },
    data: { tenantId: platform.tenantId, data: { erasureId } },
    signal: new AbortController().signal,
  })
