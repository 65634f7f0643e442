import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { approveOverlay } from '../../src/overlays/approve-overlay.js'
import type { ProposedOverlay } from '../../src/overlays/overlay.js'
import { previewOverlay } from '../../src/overlays/preview-overlay.js'
import { proposeOverlay } from '../../src/overlays/propose-overlay.js'
import { decideRemedy } from '../../src/remedies/handle-remedy.js'
import { readRemedy } from '../../src/remedies/list-remedies.js'
import { readLedger, readRequest } from '../../src/requests/read-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import { TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { brought } from '../remedies/given.js'
import { SERVERS } from '../support/servers.js'
import { dayAfter, later, registered, submitted } from './given.js'

/** A Monday in the middle of the reply period becomes a holiday of the region. */
const HOLIDAY: ProposedOverlay = {
  content: {
    ...{ kind: 'holidays', year: 2026, settlesYear: false },
    ...{ off: [localDate('2026-01-19')], on: [] },
  },
  source: {
    title: '关于放假安排的通知',
    number: '云政办发〔2026〕2号',
    issuedOn: localDate('2026-01-05'),
    foundAt: '通知.pdf',
  },
}

const [server] = SERVERS
if (server) {
  describe('放假通知移动未办结申请的期限', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Actor
    let second: Actor
    before(async () => {
      tree = await newTree(server)
      desk = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
      second = (await addPerson(tree, 'administrator', tree.founded.authorityId)).actor
    })
    after(() => tree.close())

    it('移动期限与登记步骤同时进行，互相等待而不死锁', async () => {
      const { platform, places } = tree
      const { request } = await registered(platform, desk, places.own)
      const approving = await tree.owner()
      await approving.query(`set lock_timeout = '5s'`)
      await approving.query('begin')
      try {
        await approving.query(
          `select pg_advisory_xact_lock(hashtextextended('law ' || $1::uuid, 0))`,
          [platform.tenantId],
        )
        const { id: requestId, version } = request
        const step = { name: 'askFee', on: TODAY } as const
        const taken = recordStep(platform, desk, { requestId, version, step, note: null })
        const waits = async () => {
          const { rows } = await approving.query(
            `select count(*)::integer as waiting from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
          )
          return rows[0].waiting > 0
        }
        let isTaken = false
        taken.finally(() => {
          isTaken = true
        })
        while (!isTaken && !(await waits())) await new Promise((resume) => setTimeout(resume, 10))
        assert.equal(isTaken, false)
        await approving.query(
          `update gongkai.request set due_provisional = due_provisional where id = $1`,
          [requestId],
        )
        await approving.query('commit')
        assert.ok((await taken).ok)
      } finally {
        await approving.query('rollback')
        await approving.query('reset lock_timeout')
      }
    })

    it('先列出移动的申请，同意后即按新的期限；台账写明通知；联络员得到通知', async () => {
      const { platform, administrator, places } = tree
      const { request } = await registered(platform, desk, places.own)
      const waiting = await submitted(platform, places.own)
      const review = await brought(platform, desk, places.own)
      const revoked = await brought(platform, desk, places.own)
      const redo = { from: TODAY, days: null }
      const decision = { on: TODAY, result: 'revoked', redo } as const
      const ref = { remedyId: revoked.id, version: revoked.version }
      assert.ok((await decideRemedy(platform, desk, { ...ref, ...decision })).ok)
      const preview = await previewOverlay(platform, administrator, HOLIDAY)
      assert.ok(preview.ok)
      assert.deepEqual(
        preview.value.requests.map(({ requestId, before, after }) => [requestId, before, after]),
        [[request.id, '2026-02-02', '2026-02-03']],
      )
      assert.deepEqual(
        preview.value.remedies.map(({ remedyId, what, before, after }) => [
          ...[remedyId, what, before, after],
        ]),
        [
          [review.id, 'answer', '2026-01-19', '2026-01-20'],
          [revoked.id, 'redo', '2026-02-02', '2026-02-03'],
        ],
      )
      const proposed = await proposeOverlay(platform, administrator, HOLIDAY)
      assert.ok(proposed.ok)
      const approved = await approveOverlay(platform, second, { overlayId: proposed.value.id })
      assert.ok(approved.ok && approved.value?.requests.length === 1)
      const moved = await readRemedy(platform, desk, review.id)
      assert.ok(moved.ok)
      assert.deepEqual(
        [moved.value.nextOn, moved.value.answerDays[0]?.on, moved.value.version],
        ['2026-01-20', '2026-01-20', review.version + 1],
      )
      const view = await readRequest(platform, desk, request.id)
      assert.ok(view.ok)
      assert.equal(view.value.request.dueOn, '2026-02-03')
      assert.equal(view.value.request.version, request.version + 1)
      const ledger = await readLedger(platform, desk, { requestId: request.id, asOf: null })
      assert.ok(ledger.ok)
      const day = ledger.value.find(({ date }) => date === '2026-01-19')
      assert.deepEqual([day?.kind, day?.count], ['off', null])
      assert.match(day?.why ?? '', /云政办发〔2026〕2号/)
      const still = await readRequest(platform, desk, waiting.request.id)
      assert.ok(still.ok && still.value.request.version === waiting.request.version)
      const owner = await tree.owner()
      const { rows } = await owner.query(`select title from gongkai.notice where person_id = $1`, [
        desk.personId,
      ])
      const titles = rows.map(({ title }) => title).toSorted()
      assert.deepEqual(titles, ['1件申请的办理期限已调整', '2件复议应诉事项的期限已调整'])
    })

    it('此前依法登记的步骤，日历改变后仍然有效', async () => {
      const { platform, places } = tree
      const head = (await addPerson(tree, 'disclosureHead', places.own)).actor
      const { request } = await registered(platform, desk, places.own)
      // On its last day, which the notice above made the 3rd; without it the extension would come a day late.
      assert.equal(request.dueOn, '2026-02-03')
      const last = later(platform, 29)
      const step = { name: 'extend', on: dayAfter(platform, 29), days: 5 } as const
      const ref = { requestId: request.id, version: request.version }
      const extended = await recordStep(last, head, { ...ref, step, note: null })
      assert.ok(extended.ok, extended.ok ? '' : extended.refusal.message)
      const owner = await tree.owner()
      await owner.query(`delete from gongkai.overlay_step`)
      const view = await readRequest(later(platform, 30), desk, request.id)
      assert.ok(view.ok)
      assert.equal(view.value.request.receivedOn, TODAY)
    })
  })
}
