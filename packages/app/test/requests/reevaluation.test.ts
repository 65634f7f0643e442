import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Ground, type LetterKind, ok, REFUSALS } from '@gongkai/law'
import type { Platform } from '../../src/context.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { runJob } from '../../src/queue/run-job.js'
import { gatherCase } from '../../src/requests/filing/gather-case.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { decideProactive } from '../../src/requests/proactive/decide-proactive.js'
import { readProactive } from '../../src/requests/proactive/list-proactive.js'
import { readRequest } from '../../src/requests/read-request.js'
import {
  listReevaluations,
  type ReevaluationQueue,
} from '../../src/requests/reevaluation/list-reevaluations.js'
import { readReevaluation } from '../../src/requests/reevaluation/read-reevaluation.js'
import { recordReevaluation } from '../../src/requests/reevaluation/record-reevaluation.js'
import { REMIND_REQUESTS } from '../../src/requests/remind-requests.js'
import { transact } from '../../src/storage/transact.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { registered } from './given.js'
import { withdrawn } from './given-closed.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

/** What is answered on 5 January 2026 is due a year later. */
const DUE = '2027-01-05'

const [server] = SERVERS

describe('不予公开的信息定期评估（第十八条）', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
    requestId = await answered('refusal', 'internalAffairs')
    await answered('disclosure', 'disclosed')
  })
  after(() => tree.close())

  async function answered(kind: LetterKind, ground: Ground): Promise<string> {
    const { platform, places } = tree
    const { request } = await registered(platform, desk.officer, places.own)
    const letter = await approved(platform, desk, request.id, draftOf('decision', kind, [ground]))
    const way = { way: 'post', on: TODAY, proof: 'XA00000000000' } as const
    done(await sendLetter(platform, desk.officer, { ...refOf(letter), ...way }))
    return request.id
  }
  const on = (day: string): Platform => ({
    ...tree.platform,
    now: () => new Date(`${day}T01:00:00Z`),
  })
  const page = async (queue: ReevaluationQueue, day: string) =>
    done(
      await listReevaluations(on(day), desk.officer, {
        ...{ authorityId: tree.places.own, queue, after: null, limit: 50 },
      }),
    )
  const view = async (day: string) => done(await readReevaluation(on(day), desk.officer, requestId))
  const record = (day: string, change: object) =>
    recordReevaluation(on(day), desk.officer, {
      ...{ requestId, dueOn: DUE, outcome: 'withheld', nextOn: '2028-01-05', reason: '情势未变' },
      ...change,
    } as Parameters<typeof recordReevaluation>[2])

  it('答复送出即有日期；公开的没有；到期前三十日和到期时各在各的队列，有待办和每周的提醒', async () => {
    const first = await page('later', TODAY)
    assert.deepEqual([first.months, first.known], [12, 'memory'])
    assert.deepEqual(
      first.withheld.map((one) => [one.requestId, one.dueOn, one.grounds]),
      [[requestId, DUE, ['internalAffairs']]],
    )
    assert.deepEqual((await page('soon', '2026-12-06')).counts, {
      ...{ due: 0, soon: 1, later: 0, disclosable: 0 },
    })
    assert.equal((await page('due', DUE)).withheld.length, 1)
    const todo = async (day: string) =>
      done(await listTodos(on(day), desk.officer)).items.find(
        ({ kind }) => kind === 'reevaluationDue',
      )
    assert.equal(await todo('2026-12-05'), undefined)
    const waiting = await todo('2026-12-06')
    assert.deepEqual([waiting?.title, waiting?.dueOn], ['1件不予公开的信息待定期评估', DUE])
    for (const [run, day] of ['2027-01-04', '2027-01-05', '2027-01-11'].entries())
      await runJob(on(day), REMIND_REQUESTS, {
        ...{ id: `019b8a5e-0000-7000-8000-00000000000${run}` },
        data: { tenantId: tree.platform.tenantId, data: {} },
        signal: new AbortController().signal,
      })
    const { notices } = done(await listNotices(tree.platform, desk.officer, {}))
    const titles = notices.map(({ title }) => title).filter((title) => title.includes('评估'))
    assert.deepEqual(titles, Array(2).fill('1件不予公开的信息待定期评估'))
  })

  it('仍不予公开的写明理由和下次日期；日期可以另定；屏幕上的日期变了的，不保存', async () => {
    assert.equal(refusalOf(await record(DUE, { nextOn: DUE })), 'reevaluation.day-wrong')
    assert.equal(refusalOf(await record(DUE, { nextOn: '2032-01-06' })), 'reevaluation.day-wrong')
    assert.equal(refusalOf(await record(DUE, { reason: ' ' })), 'reevaluation.no-reason')
    done(await record(TODAY, { outcome: 'moved', nextOn: '2026-06-30' }))
    assert.equal(refusalOf(await record(DUE, {})), 'reevaluation.moved')
    done(await record('2026-06-30', { dueOn: '2026-06-30', nextOn: '2027-06-30' }))
    const { withheld, history } = await view('2026-07-01')
    assert.equal(withheld?.dueOn, '2027-06-30')
    assert.deepEqual(
      history.map(({ outcome }) => outcome),
      ['moved', 'withheld'],
    )
  })

  it('可以公开的提请转为主动公开；不同意的当日重新待评估', async () => {
    const disclosable = { dueOn: '2027-06-30', outcome: 'disclosable', title: '内部管理制度' }
    done(await record('2027-06-30', disclosable))
    assert.equal((await page('disclosable', '2027-07-01')).withheld.length, 1)
    const { proposals } = done(await readProactive(tree.platform, desk.officer, requestId))
    assert.deepEqual([proposals[0]?.reason, proposals[0]?.state], ['changed', 'proposed'])
    const decision = { proposalId: proposals[0]?.id ?? '', decision: 'declined' } as const
    const day = on('2027-07-05')
    done(await decideProactive(day, desk.leader, { ...decision, reason: '仍在执行' }))
    assert.equal((await view('2027-07-05')).withheld?.dueOn, '2027-07-05')
  })

  it('评估和提请都在归档的案卷里', async () => {
    const { platform } = tree
    const { request } = done(await readRequest(platform, desk.officer, requestId))
    const { value } = await transact(platform, desk.officer, async ({ tx }) =>
      ok(await gatherCase(tx, platform, request)),
    )
    const textOf = (title: string) =>
      JSON.stringify(value.parts.find((part) => part.title === title)?.blocks)
    assert.match(textOf('定期评估'), /经评估仍不予公开.*情势未变.*经评估可以公开/)
    assert.match(textOf('转为主动公开'), /内部管理制度.*因情势变化可以公开.*不同意/)
  })

  it('此前已经办结、没有文书的，自办结之日起推算；第十四条至第十六条的每一种依据都在其中，其他的不在', async () => {
    const owner = await tree.owner()
    const found = async (ground: Ground) => {
      const { id } = await withdrawn(tree.platform, desk.officer, tree.places.own)
      await owner.query(
        `update gongkai.request set grounds = array[$2], counted_under = $2, closed_on = '2025-02-28' where id = $1`,
        [id, ground],
      )
      const { withheld } = done(await readReevaluation(tree.platform, desk.officer, id))
      return withheld?.dueOn ?? null
    }
    for (const ground of REFUSALS) assert.equal(await found(ground), '2026-02-28', ground)
    for (const ground of ['disclosed', 'specialAccess', 'doesNotExist', 'withdrawn'] as const)
      assert.equal(await found(ground), null, ground)
    const { withheld } = await page('due', '2026-03-01')
    assert.ok(withheld.length >= REFUSALS.length)
  })
})
