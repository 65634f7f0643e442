import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Actor } from '../../src/context.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { runJob } from '../../src/queue/run-job.js'
import { answerRemedy } from '../../src/remedies/handle-remedy.js'
import { recordStep } from '../../src/requests/record-step.js'
import { REMIND_REQUESTS } from '../../src/requests/remind-requests.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { brought } from '../remedies/given.js'
import { SERVERS } from '../support/servers.js'
import { registered, submitted } from './given.js'

const [server] = SERVERS
if (server) {
  describe('依申请公开期限提醒', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let officer: Actor
    let head: Actor
    let above: Actor
    before(async () => {
      tree = await newTree(server)
      officer = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
      head = (await addPerson(tree, 'disclosureHead', tree.places.own)).actor
      above = (await addPerson(tree, 'supervisingOfficer', tree.places.parent)).actor
      // Received on 5 January, due on 2 February; the other waits to be confirmed by the 6th.
      await registered(tree.platform, officer, tree.places.own)
      await submitted(tree.platform, tree.places.own)
    })
    after(() => tree.close())

    let runs = 0
    const morning = async (day: string) => {
      const platform = { ...tree.platform, now: () => new Date(`${day}T00:00:00Z`) }
      await runJob(platform, REMIND_REQUESTS, {
        ...{ id: `019b8a5e-0000-7000-8000-${`${++runs}`.padStart(12, '0')}` },
        data: { tenantId: platform.tenantId, data: {} },
        signal: new AbortController().signal,
      })
    }
    const told = async (actor: Actor) => {
      const page = await listNotices(tree.platform, actor, {})
      assert.ok(page.ok)
      return page.value.notices.map(({ title }) => title).toReversed()
    }

    it('未确认的告知联络员和负责人，临近的告知联络员，逾期的还告知上级；同一天只说一次', async () => {
      await morning('2026-01-05')
      assert.deepEqual(await told(officer), [])
      await morning('2026-01-06')
      await morning('2026-01-06')
      assert.deepEqual(await told(officer), ['1件申请等待确认收到'])
      assert.deepEqual(await told(head), ['1件申请等待确认收到'])
      await morning('2026-01-30')
      assert.deepEqual((await told(officer)).slice(1), ['1件申请等待确认收到', '1件申请即将到期'])
      assert.deepEqual(await told(above), [])
      await morning('2026-02-03')
      assert.equal((await told(head)).at(-1), '1件申请已逾期')
      assert.deepEqual(await told(above), ['1件申请已逾期'])
    })

    it('复议应诉的答复期限临近的、逾期的也提醒，答复后不再提醒', async () => {
      const { places, platform } = tree
      const one = (await addPerson(tree, 'disclosureOfficer', places.parent)).actor
      const { id, version, nextOn } = await brought(platform, one, places.parent)
      assert.equal(nextOn, '2026-01-19')
      await morning('2026-01-16')
      await morning('2026-01-20')
      assert.deepEqual(await told(one), ['1件复议应诉事项即将到期', '1件复议应诉事项已逾期'])
      const todos = await listTodos(platform, one)
      assert.ok(todos.ok)
      assert.deepEqual(
        todos.value.items.map(({ title, dueOn }) => [title, dueOn]),
        [['行政复议（云岭县人民政府）', '2026-01-19']],
      )
      await answerRemedy(platform, one, { remedyId: id, version, on: TODAY })
      await morning('2026-01-21')
      assert.equal((await told(one)).length, 2)
    })

    it('发出收费通知而没有登记送达的，没有期限可算，也要提醒', async () => {
      const { places, platform } = tree
      const one = (await addPerson(tree, 'disclosureOfficer', places.foreign)).actor
      const { request } = await registered(platform, one, places.foreign)
      const step = { name: 'askFee', on: TODAY } as const
      const ref = { requestId: request.id, version: request.version }
      const asked = await recordStep(platform, one, { ...ref, step, note: null })
      assert.ok(asked.ok)
      assert.equal(asked.value.nextOn, null)
      await morning('2026-01-06')
      assert.deepEqual(await told(one), ['1件申请等待送达登记'])
    })
  })
}
