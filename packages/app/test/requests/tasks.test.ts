import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { handOver } from '../../src/people/hand-over.js'
import { setSection } from '../../src/people/set-section.js'
import { runJob } from '../../src/queue/run-job.js'
import { assignHandler } from '../../src/requests/handlers/assign-handler.js'
import { handOverRequests } from '../../src/requests/handlers/hand-over-requests.js'
import { readRequestBoard } from '../../src/requests/handlers/read-board.js'
import { readWorkload } from '../../src/requests/handlers/read-workload.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequest } from '../../src/requests/read-request.js'
import { type RecordableStep, recordStep } from '../../src/requests/record-step.js'
import { REMIND_REQUESTS } from '../../src/requests/remind-requests.js'
import type { RequestFile } from '../../src/requests/request.js'
import { answerTask } from '../../src/requests/tasks/answer-task.js'
import { chaseTask } from '../../src/requests/tasks/chase-task.js'
import { giveTasks } from '../../src/requests/tasks/give-tasks.js'
import { listRequestTasks, listTasks } from '../../src/requests/tasks/list-tasks.js'
import { takeBackTask } from '../../src/requests/tasks/take-back-task.js'
import type { RequestTask } from '../../src/requests/tasks/task.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { type Added, addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { registered } from './given.js'
import { done, refusalOf } from './given-letters.js'

const [server] = SERVERS

describe('承办和交办', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Actor
  let section: Added
  let other: Added
  let request: RequestFile
  let task: RequestTask
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    const at = (role: Parameters<typeof addPerson>[1]) => addPerson(tree, role, tree.places.own)
    desk = (await at('disclosureOfficer')).actor
    section = await at('sectionHandler')
    other = await at('sectionHandler')
    request = (await registered(tree.platform, desk, tree.places.own)).request
  })
  after(() => tree.close())

  const refOf = ({ id, requestId, version }: RequestTask) => ({ taskId: id, requestId, version })
  const told = async (actor: Actor) => {
    const page = done(await listNotices(tree.platform, actor, {}))
    return page.notices.map(({ title }) => title).toReversed()
  }
  const sees = async (actor: Actor) =>
    refusalOf(await readApplicant(tree.platform, actor, request.id))

  it('登记的人是承办人；内部期限在今天和答复期限之间，只交给有这项职责的人', async () => {
    assert.equal(request.handlerId, desk.personId)
    const stranger = (await addPerson(tree, 'sectionHandler', tree.places.sibling)).personId
    const give = async (personIds: readonly string[], dueOn: string, text = '提供合同文本') =>
      refusalOf(
        await giveTasks(tree.platform, desk, {
          ...{ requestId: request.id, personIds, task: text, dueOn: localDate(dueOn) },
        }),
      )
    assert.equal(await give([], '2026-01-16'), 'task.nobody')
    assert.equal(await give([section.personId], '2026-01-04'), 'task.day-wrong')
    assert.equal(await give([section.personId], '2026-02-03'), 'task.day-wrong')
    assert.equal(await give([section.personId], '2026-01-16', ' '), 'task.empty')
    assert.equal(await give([section.personId, stranger], '2026-01-16'), 'task.person-wrong')
    assert.deepEqual(done(await listRequestTasks(tree.platform, desk, request.id)), [])
  })

  it('交办后承办的人看得到申请人，别的科室看不到；待办和通知都有，不写内容', async () => {
    assert.equal(await sees(section.actor), 'right.missing')
    const given = done(
      await giveTasks(tree.platform, desk, {
        ...{ requestId: request.id, personIds: [section.personId], task: '提供合同文本' },
        dueOn: localDate('2026-01-16'),
      }),
    )
    assert.ok(given[0])
    task = given[0]
    assert.deepEqual([await sees(section.actor), await sees(other.actor)], ['', 'right.missing'])
    const todos = done(await listTodos(tree.platform, section.actor))
    assert.deepEqual(
      todos.items.map(({ kind, dueOn }) => [kind, dueOn]),
      [['requestTask', '2026-01-16']],
    )
    assert.deepEqual(await told(section.actor), ['有申请的事项交您承办'])
  })

  it('到期前一日、逾期各提醒；催办记次数', async () => {
    const morning = async (day: string, no: number) => {
      const platform = { ...tree.platform, now: () => new Date(`${day}T00:00:00Z`) }
      await runJob(platform, REMIND_REQUESTS, {
        ...{ id: `019b8a5e-0000-7000-8000-00000000000${no}` },
        data: { tenantId: platform.tenantId, data: {} },
        signal: new AbortController().signal,
      })
    }
    await morning('2026-01-14', 1)
    assert.equal((await told(section.actor)).length, 1)
    await morning('2026-01-15', 2)
    assert.equal((await told(section.actor)).at(-1), '1项交办事项将到期或者已逾期')
    await morning('2026-01-17', 3)
    assert.ok((await told(desk)).includes('1项交办事项逾期未答复'))
    task = done(await chaseTask(tree.platform, desk, refOf(task)))
    assert.equal(task.chased, 1)
    assert.equal((await told(section.actor)).at(-1), '请抓紧答复交办事项')
  })

  it('改派：原来的人看不到了，接手的人答复；别人不能替他答复，答复后不能再改', async () => {
    const stale = { ...refOf(task), version: 1 }
    const changed = await chaseTask(tree.platform, desk, stale)
    assert.equal(refusalOf(changed), 'task.changed')
    const moved = done(
      await takeBackTask(tree.platform, desk, {
        ...refOf(task),
        ...{ reason: '岗位调整', to: other.personId, dueOn: localDate('2026-01-16') },
      }),
    )
    assert.deepEqual([await sees(section.actor), await sees(other.actor)], ['right.missing', ''])
    const answer = '合同文本已附上'
    const by = async (actor: Actor) =>
      refusalOf(await answerTask(tree.platform, actor, { ...refOf(moved), answer }))
    assert.equal(await by(desk), 'task.not-yours')
    assert.equal(await by(section.actor), 'task.not-found')
    const answered = done(await answerTask(tree.platform, other.actor, { ...refOf(moved), answer }))
    assert.deepEqual([answered.doneOn, answered.answer], [TODAY, answer])
    assert.equal((await told(desk)).at(-1), '您交办的事项已答复')
    assert.equal(refusalOf(await chaseTask(tree.platform, desk, refOf(answered))), 'task.over')
    const all = done(await listRequestTasks(tree.platform, desk, request.id))
    assert.deepEqual(
      all.map(({ takenBack, doneOn }) => [takenBack?.reason ?? null, doneOn]),
      [
        ['岗位调整', null],
        [null, TODAY],
      ],
    )
    const answeredOnes = { authorityId: tree.places.own, queue: 'done', after: null } as const
    const page = done(
      await listTasks(tree.platform, desk, { ...answeredOnes, personId: null, limit: 10 }),
    )
    assert.equal(page.tasks.length, 1)
  })

  it('申请办结后，承办的人也不再看到申请人', async () => {
    const withdraw = { name: 'withdraw', on: TODAY } as const
    const { request: now } = done(await readRequest(tree.platform, desk, request.id))
    const ref = { requestId: request.id, version: now.version }
    done(await recordStep(tree.platform, desk, { ...ref, step: withdraw, note: null }))
    assert.equal(await sees(other.actor), 'right.missing')
  })

  it('承办人限于联络员和负责人；移交后清单、承办情况都随之改变', async () => {
    const { own } = tree.places
    const head = await addPerson(tree, 'disclosureHead', own)
    const open = (await registered(tree.platform, desk, own)).request
    const ref = { requestId: open.id, version: open.version }
    const wrong = await assignHandler(tree.platform, desk, { ...ref, handlerId: section.personId })
    assert.equal(refusalOf(wrong), 'requests.handler-wrong')
    done(await assignHandler(tree.platform, desk, { ...ref, handlerId: head.personId }))
    const of = async (handlerId: string) =>
      done(
        await listRequests(tree.platform, desk, {
          ...{ authorityId: own, queue: 'open', handlerId, after: null, limit: 10 },
        }),
      ).requests.length
    assert.deepEqual([await of(desk.personId), await of(head.personId)], [0, 1])
    const command = { authorityId: own, from: head.personId, reason: '岗位调整' }
    const over = await handOverRequests(tree.platform, desk, { ...command, to: desk.personId })
    assert.deepEqual(done(over), { requests: 1, tasks: 0 })
    const again = await handOverRequests(tree.platform, desk, { ...command, to: desk.personId })
    assert.equal(refusalOf(again), 'requests.nothing-to-hand-over')
    const load = done(await readWorkload(tree.platform, desk, own))
    const mine = load.find(({ personId }) => personId === desk.personId)
    assert.deepEqual(mine?.requests, { open: 1, today: 0, week: 0, overdue: 0 })
  })

  it('按科室看待办：其中的人承办的，和交办事项待其答复的；各机关办理情况按机关统计', async () => {
    const { own, parent } = tree.places
    const clerk = await addPerson(tree, 'disclosureOfficer', own)
    const { request: mine } = await registered(tree.platform, clerk.actor, own)
    const { request: asked } = await registered(tree.platform, desk, own)
    await registered(tree.platform, desk, own)
    const place = async ({ assignmentId }: Added, name: string | null, version = 1) => {
      const what = { assignmentId, version, section: name }
      return refusalOf(await setSection(tree.platform, tree.administrator, what))
    }
    assert.equal(await place(clerk, ' 法规科 '), '')
    assert.equal(await place(other, '法规科'), '')
    assert.equal(await place(other, '财务科'), 'assignment.changed')
    assert.equal(await place(other, '财\u200b务科', 2), 'name.wrong')
    const given = await giveTasks(tree.platform, desk, {
      ...{ requestId: asked.id, personIds: [other.personId], task: '提供合同文本', dueOn: null },
    })
    done(given)
    const of = async (name: string) => {
      const page = await listRequests(tree.platform, desk, {
        ...{ authorityId: own, queue: 'open', handlerId: null, section: name },
        ...{ after: null, limit: 10 },
      })
      return done(page).requests.map(({ id }) => id)
    }
    assert.deepEqual((await of('法规科')).toSorted(), [mine.id, asked.id].toSorted())
    assert.deepEqual(await of('财务科'), [])
    const load = done(await readWorkload(tree.platform, desk, own))
    assert.equal(load.find(({ personId }) => personId === clerk.personId)?.section, '法规科')
    assert.equal(await place(clerk, null, 2), '')
    assert.deepEqual(await of('法规科'), [asked.id])
    const above = (await addPerson(tree, 'supervisingOfficer', parent)).actor
    const board = done(await readRequestBoard(tree.platform, above, parent))
    const here = board.find(({ authorityId }) => authorityId === own)
    const { open } = done(await readWorkload(tree.platform, desk, own)).reduce(
      (sum, { requests }) => ({ open: sum.open + requests.open }),
      { open: 0 },
    )
    assert.deepEqual([here?.open, here?.arrived, here?.overdue], [open, 0, 0])
  })

  it('系统管理员移交一个人的工作，其承办的申请一并移交；没有移交的列为无人承办', async () => {
    const { own } = tree.places
    const leaving = await addPerson(tree, 'disclosureOfficer', own)
    await registered(tree.platform, leaving.actor, own)
    const successor = await addPerson(tree, 'leader', own)
    const over = done(
      await handOver(tree.platform, tree.administrator, {
        ...{ from: leaving.personId, to: successor.personId, authorityId: own },
        ...{ assignmentIds: [leaving.assignmentId], reason: '调离' },
      }),
    )
    assert.equal(over.requests, 1)
    const owner = await tree.owner()
    await owner.query('update gongkai.request set handler_id = $1 where handler_id = $2', [
      ...[section.personId, successor.personId],
    ])
    const left = done(
      await listRequests(tree.platform, desk, {
        ...{ authorityId: own, queue: 'open', handlerId: 'none', after: null, limit: 10 },
      }),
    )
    assert.equal(left.requests.length, 1)
  })
})

describe('待核实送达', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Actor
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
  })
  after(() => tree.close())

  const CONSULT = { name: 'consult', on: TODAY, consultation: '函1', whom: 'thirdParty' } as const
  const ARRIVES = { name: 'consultationArrives', on: TODAY, consultation: '函1' } as const
  const other = (until: object) =>
    ({ ...CONSULT, consultation: '函2', whom: 'otherAuthority', ...until }) as RecordableStep
  const FEE = { name: 'askFee', on: TODAY } as const

  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, steps: readonly RecordableStep[], waits: readonly string[]])[] = [
    ['第三方的征求意见书没有登记送达',           [CONSULT],                 ['thirdParty']],
    ['登记了送达的有届满日',                     [CONSULT, ARRIVES],        []],
    ['一份已送达、一份没有约定期限的也算',       [CONSULT, ARRIVES, other({})], ['otherAuthority']],
    ['发给其他机关、约定了期限的不算',           [other({ until: '2026-01-16' })], []],
    ['收到意见的不再等待',                       [CONSULT, { name: 'receiveOpinion', on: TODAY, consultation: '函1' }], []],
    ['收费通知没有登记送达',                     [FEE],                     ['fee']],
    ['收费通知登记了送达',                       [FEE, { name: 'feeNoticeArrives', on: TODAY }], []],
  ]
  for (const [title, steps, waits] of CASES) {
    it(title, async () => {
      let { request } = await registered(tree.platform, desk, tree.places.own)
      for (const step of steps) {
        const ref = { requestId: request.id, version: request.version }
        request = done(await recordStep(tree.platform, desk, { ...ref, step, note: null }))
      }
      const view = done(await readRequest(tree.platform, desk, request.id))
      assert.deepEqual(
        view.endless.map(({ kind }) => kind),
        waits,
      )
      const page = done(
        await listRequests(tree.platform, desk, {
          ...{ authorityId: tree.places.own, queue: 'unserved', handlerId: null },
          ...{ after: null, limit: 50 },
        }),
      )
      const isListed = page.requests.some(({ id }) => id === request.id)
      assert.equal(isListed, waits.length > 0)
    })
  }

  it('征求意见的进展：发出、送达、届满、意见', async () => {
    let { request } = await registered(tree.platform, desk, tree.places.own)
    for (const step of [CONSULT, ARRIVES]) {
      const ref = { requestId: request.id, version: request.version }
      request = done(await recordStep(tree.platform, desk, { ...ref, step, note: null }))
    }
    const { consultations } = done(await readRequest(tree.platform, desk, request.id))
    assert.deepEqual(consultations, [
      {
        ...{ consultation: '函1', whom: 'thirdParty', sentOn: TODAY, arrivedOn: TODAY },
        ...{ limit: '2026-01-26', opinionOn: null, isOpen: true },
      },
    ])
  })
})
