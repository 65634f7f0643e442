import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { listRequests, type Queue } from '../../src/requests/list-requests.js'
import { type RecordableStep, recordStep } from '../../src/requests/record-step.js'
import { readYearEnd } from '../../src/requests/year-end.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { later, registered, submitted } from './given.js'

const [server] = SERVERS

describe('待办的申请', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let officer: Actor
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    officer = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
    await registered(tree.platform, officer, tree.places.own)
    await submitted(tree.platform, tree.places.own)
    const asked = await registered(tree.platform, officer, tree.places.own)
    const { id, version } = asked.request
    const step = { name: 'askCorrection', on: TODAY, until: localDate('2026-01-16') } as const
    const done = await recordStep(tree.platform, officer, {
      ...{ requestId: id, version, step, note: null },
    })
    assert.ok(done.ok)
  })
  after(() => tree.close())

  /** The last digit of the numbers in a queue: the first was received on 5 January, the second waits to be confirmed, the third to be corrected. */
  const inQueue = async (queue: Queue, days: number) => {
    const page = await listRequests(later(tree.platform, days), officer, {
      ...{ authorityId: tree.places.own, queue, handlerId: null, after: null, limit: 50 },
    })
    assert.ok(page.ok)
    return page.value.requests
      .map(({ requestNumber }) => requestNumber.slice(-1))
      .toSorted()
      .join('')
  }

  // biome-ignore format: table
  const QUEUES: readonly (readonly [title: string, queue: Queue, days: number, numbers: string])[] = [
    ['待确认收到',                                   'arrived', 0,  '2'],
    ['确认的期限次日为今日到期',                     'today',   1,  '2'],
    ['告知补正的期限当日为今日到期',                 'today',   9,  '1'],
    ['没有告知补正的，过了那一天不是逾期',           'overdue', 10, '2'],
    ['一周内到期的不含逾期的',                       'week',    10, '3'],
    ['答复期限前一周',                               'week',    24, '1'],
    ['答复期限当日',                                 'today',   28, '1'],
    ['申请人逾期不补正、机关逾期不答复，都列为逾期', 'overdue', 29, '123'],
    ['全部未办结',                                   'open',    29, '123'],
  ]
  for (const [title, queue, days, numbers] of QUEUES) {
    it(`${title}：第${days}天`, async () => assert.equal(await inQueue(queue, days), numbers))
  }

  it('过了告知补正的期限，按答复期限排列，一页接一页不漏', async () => {
    const platform = later(tree.platform, 10)
    const page = (after: string | null, limit: number) =>
      listRequests(platform, officer, {
        ...{ authorityId: tree.places.own, queue: 'open', handlerId: null, after, limit },
      })
    const first = await page(null, 2)
    assert.ok(first.ok)
    const second = await page(first.value.next, 2)
    assert.ok(second.ok)
    assert.deepEqual(
      [...first.value.requests, ...second.value.requests].map((one) => one.requestNumber.slice(-1)),
      ['2', '3', '1'],
    )
  })

  it('被征求意见的第三方逾期不答复，不是机关逾期；从答复期限算', async () => {
    const { sibling } = tree.places
    const desk = (await addPerson(tree, 'disclosureOfficer', sibling)).actor
    const { request } = await registered(tree.platform, desk, sibling)
    const steps: readonly RecordableStep[] = [
      { name: 'askCorrection', on: TODAY, until: localDate('2026-01-06') },
      { name: 'receiveCorrection', on: TODAY },
      { name: 'consult', on: TODAY, consultation: '函1', whom: 'thirdParty' },
      { name: 'consultationArrives', on: TODAY, consultation: '函1' },
    ]
    let { version } = request
    for (const step of steps) {
      const command = { requestId: request.id, version, step, note: null }
      const done = await recordStep(tree.platform, desk, command)
      assert.ok(done.ok)
      version = done.value.version
    }
    const overdue = async (days: number) => {
      const page = await listRequests(later(tree.platform, days), desk, {
        ...{ authorityId: sibling, queue: 'overdue', handlerId: null, after: null, limit: 50 },
      })
      assert.ok(page.ok)
      return page.value.requests.map(({ nextOn, dueOn }) => [nextOn, dueOn])
    }
    const known = [['2026-01-26', '2026-02-28']]
    assert.deepEqual([await overdue(22), await overdue(55)], [[], known])
  })

  it('首页的待办：逾期的、待确认的、三日内到期的、待告知申请人的；不是办理人员的没有', async () => {
    const told = async (actor: Actor, days: number) => {
      const todos = await listTodos(later(tree.platform, days), actor)
      assert.ok(todos.ok)
      return todos.value.items.map(({ kind, title, dueOn }) => [kind, title.slice(-6), dueOn])
    }
    // Who wants paper by post is told by the desk that something must be corrected.
    const news = ['requestNews', '3（周＊＊）', '2026-01-16']
    const arrived = ['requestArrived', '2（周＊＊）', '2026-01-06']
    assert.deepEqual(await told(officer, 0), [arrived, news])
    assert.deepEqual(await told(officer, 25), [
      ['requestLate', '3（周＊＊）', '2026-01-16'],
      arrived,
      ['requestDue', '1（周＊＊）', '2026-02-02'],
      news,
    ])
    const leader = (await addPerson(tree, 'leader', tree.places.own)).actor
    assert.deepEqual(await told(leader, 25), [])
  })

  it('年终预演：年内到期的、将结转的、收到之日未定的，与列出的一致', async () => {
    const inJanuary = await readYearEnd(tree.platform, officer, tree.places.own)
    assert.deepEqual(inJanuary.ok && inJanuary.value, {
      ...{ today: TODAY, dueThisYear: 1, carriedOver: 1, unconfirmed: 1 },
    })
    assert.equal(await inQueue('carriedOver', 0), '3')
  })
})
