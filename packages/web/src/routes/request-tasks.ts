import {
  answerTask,
  assignHandler,
  chaseTask,
  giveTasks,
  handOverRequests,
  listRequestTasks,
  listTasks,
  readRequestBoard,
  readWorkload,
  takeBackTask,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  AnswerTaskRequest,
  AssignHandlerRequest,
  GiveTasksRequest,
  HandOverRequestsRequest,
  MovedRequests,
  RequestBoard,
  RequestTask,
  RequestTasks,
  TakeBackRequest,
  TasksPage,
  TasksQuery,
  WorkloadQuery,
  Workloads,
} from '../schemas/request-tasks.js'
import { RequestFile } from '../schemas/requests.js'

const params = z.object({ id: Id })
const one = z.object({ id: Id, taskId: Id })

/** Who handles a request, and the shares of the work: before the route of one request, whose id would catch their names. */
export function addRequestTasks(api: OpenAPIHono<Env>, edge: Edge): void {
  addHandlers(api, edge)
  addLists(api, edge)
  addActs(api, edge)
}

function addHandlers(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/workload',
      summary: '承办情况：每个人承办的申请、交办的事项，无人承办的申请',
      query: WorkloadQuery,
      answer: Workloads,
    },
    async ({ platform, actor }, { query: { authorityId } }) => {
      const people = await readWorkload(platform, actor, authorityId)
      return people.ok ? ok({ people: people.value }) : people
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/board',
      summary: '各机关办理情况：本机关和所辖机关未办结的申请',
      query: WorkloadQuery,
      answer: RequestBoard,
    },
    async ({ platform, actor }, { query: { authorityId } }) => {
      const board = await readRequestBoard(platform, actor, authorityId)
      return board.ok ? ok({ authorities: board.value }) : board
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/hand-over',
      summary: '移交一个人承办的全部未办结申请和未答复的交办事项',
      body: HandOverRequestsRequest,
      answer: MovedRequests,
    },
    async ({ platform, actor }, { body }) => handOverRequests(platform, actor, body),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/{id}/handler',
      summary: '确定承办人',
      params,
      isVersioned: true,
      body: AssignHandlerRequest,
      answer: RequestFile,
    },
    async ({ platform, actor }, { params: { id }, version, body: { handlerId } }) =>
      sent(await assignHandler(platform, actor, { requestId: id, version, handlerId })),
  )
}

function addLists(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/tasks',
      summary: '一个机关的交办事项，或者其中一个人的',
      query: TasksQuery,
      answer: TasksPage,
    },
    async ({ platform, actor }, { query: { personId = null, after = null, ...query } }) =>
      sent(await listTasks(platform, actor, { ...query, personId, after })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/tasks',
      summary: '一件申请的交办事项',
      params,
      answer: RequestTasks,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const tasks = sent(await listRequestTasks(platform, actor, id))
      return tasks.ok ? ok({ tasks: tasks.value }) : tasks
    },
  )
}

function addActs(api: OpenAPIHono<Env>, edge: Edge): void {
  const act = { method: 'post', params: one, isVersioned: true, answer: RequestTask } as const
  const path = '/requests/{id}/tasks'
  addStaffRoute(
    api,
    edge,
    {
      ...{ method: 'post', path, params, status: 201, body: GiveTasksRequest },
      summary: '交办：请一个或者几个人承办一部分工作',
      answer: RequestTasks,
    },
    async ({ platform, actor }, { params: { id }, body }) => {
      const given = sent(await giveTasks(platform, actor, { requestId: id, ...body }))
      return given.ok ? ok({ tasks: given.value }) : given
    },
  )
  addStaffRoute(
    api,
    edge,
    { ...act, path: `${path}/{taskId}/answer`, summary: '答复交办事项', body: AnswerTaskRequest },
    async ({ platform, actor }, { params: { id, taskId }, version, body: { answer } }) =>
      sent(await answerTask(platform, actor, { requestId: id, taskId, version, answer })),
  )
  addStaffRoute(
    api,
    edge,
    { ...act, path: `${path}/{taskId}/chase`, summary: '催办交办事项' },
    async ({ platform, actor }, { params: { id, taskId }, version }) =>
      sent(await chaseTask(platform, actor, { requestId: id, taskId, version })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...act,
      path: `${path}/{taskId}/take-back`,
      summary: '收回、改派交办事项',
      body: TakeBackRequest,
    },
    async ({ platform, actor }, { params: { id, taskId }, version, body }) =>
      sent(await takeBackTask(platform, actor, { requestId: id, taskId, version, ...body })),
  )
}
