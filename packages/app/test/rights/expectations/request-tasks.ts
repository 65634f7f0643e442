import assert from 'node:assert/strict'
import { assignHandler } from '../../../src/requests/handlers/assign-handler.js'
import { handOverRequests } from '../../../src/requests/handlers/hand-over-requests.js'
import { readRequestBoard } from '../../../src/requests/handlers/read-board.js'
import { readWorkload } from '../../../src/requests/handlers/read-workload.js'
import { answerTask } from '../../../src/requests/tasks/answer-task.js'
import { chaseTask } from '../../../src/requests/tasks/chase-task.js'
import { giveTasks } from '../../../src/requests/tasks/give-tasks.js'
import { listRequestTasks, listTasks } from '../../../src/requests/tasks/list-tasks.js'
import { takeBackTask } from '../../../src/requests/tasks/take-back-task.js'
import { addPerson, type Tree } from '../../people/tree.js'
import { type Expectation, prepared } from '../expectation.js'
import { DESK, given, officer, READERS } from './requests.js'

const WORKERS: Expectation['may'] = {
  own: [
    'disclosureOfficer',
    'sectionHandler',
    'reviewer',
    'secrecyReviewer',
    'disclosureHead',
    'leader',
  ],
}

const worker = (tree: Tree) =>
  prepared(tree, 'worker', async () => addPerson(tree, 'sectionHandler', tree.places.own))

/** A share that the desk gave to somebody. */
const task = (tree: Tree) =>
  prepared(tree, 'task', async () => {
    const { id: requestId } = await given(tree)
    const { personId } = await worker(tree)
    const command = { requestId, personIds: [personId], task: '提供材料', dueOn: null }
    const made = await giveTasks(tree.platform, await officer(tree), command)
    assert.ok(made.ok && made.value[0])
    return { requestId, taskId: made.value[0].id, version: made.value[0].version }
  })

export const REQUEST_TASKS: readonly Expectation[] = [
  {
    useCase: 'assignHandler',
    may: DESK,
    async attempt(tree, actor) {
      const { id, version } = await given(tree)
      const { personId } = await officer(tree)
      const command = { requestId: id, version, handlerId: personId }
      return assignHandler(tree.platform, actor, command)
    },
  },
  {
    useCase: 'handOverRequests',
    may: DESK,
    async attempt(tree, actor) {
      await given(tree)
      const from = (await officer(tree)).personId
      const { authorityId, to } = await prepared(tree, 'taker', async () => ({
        authorityId: tree.places.own,
        to: (await addPerson(tree, 'disclosureHead', tree.places.own)).personId,
      }))
      return handOverRequests(tree.platform, actor, { authorityId, from, to, reason: '调岗' })
    },
  },
  {
    useCase: 'readWorkload',
    may: DESK,
    attempt: ({ platform, places }, actor) => readWorkload(platform, actor, places.own),
  },
  {
    useCase: 'readRequestBoard',
    may: READERS,
    attempt: ({ platform, places }, actor) => readRequestBoard(platform, actor, places.own),
  },
  {
    useCase: 'giveTasks',
    may: DESK,
    async attempt(tree, actor) {
      const { id: requestId } = await given(tree)
      const { personId } = await worker(tree)
      const command = { requestId, personIds: [personId], task: '提供材料', dueOn: null }
      return giveTasks(tree.platform, actor, command)
    },
  },
  {
    useCase: 'listRequestTasks',
    may: WORKERS,
    attempt: async (tree, actor) => listRequestTasks(tree.platform, actor, (await given(tree)).id),
  },
  {
    useCase: 'listTasks',
    may: WORKERS,
    attempt: ({ platform, places }, actor) =>
      listTasks(platform, actor, {
        ...{ authorityId: places.own, personId: null, queue: 'open', after: null, limit: 10 },
      }),
  },
  {
    useCase: 'chaseTask',
    may: DESK,
    attempt: async (tree, actor) => chaseTask(tree.platform, actor, await task(tree)),
  },
  {
    useCase: 'takeBackTask',
    may: DESK,
    attempt: async (tree, actor) =>
      takeBackTask(tree.platform, actor, {
        ...(await task(tree)),
        ...{ reason: '另行安排', to: null, dueOn: null },
      }),
  },
  {
    // Of those who may be given a share it is whoever was given it.
    useCase: 'answerTask',
    may: WORKERS,
    async attempt(tree, actor) {
      const ref = await task(tree)
      const owner = await tree.owner()
      await owner.query('update gongkai.request_task set person_id = $1 where id = $2', [
        ...[actor.personId, ref.taskId],
      ])
      return answerTask(tree.platform, actor, { ...ref, answer: '没有相关材料' })
    },
  },
]
