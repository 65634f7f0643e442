import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, Instant, line, PageSize, Reason } from './parts.js'

/** A share of the work on a request. */
export const RequestTask = z
  .object({
    id: z.string(),
    requestId: z.string(),
    requestNumber: z.string(),
    authorityId: z.string(),
    personId: z.string(),
    task: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    dueOn: z.string().nullable().openapi({ description: '内部期限' }),
    doneOn: z.string().nullable(),
    answer: z.string().nullable(),
    chased: z.number().openapi({ description: '催办的次数' }),
    chasedAt: Instant.nullable(),
    takenBack: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
    version: z.number().openapi({ description: '办理时在 If-Match 中带回' }),
  })
  .openapi('RequestTask')

export const RequestTasks = z
  .object({ tasks: z.array(RequestTask).readonly() })
  .openapi('RequestTasks')

export const TasksQuery = z.object({
  authorityId: Id,
  personId: Id.optional(),
  queue: z.enum(['open', 'today', 'week', 'overdue', 'done']).default('open').openapi({
    description: 'open 待答复，today 今日到期，week 七日内到期，overdue 逾期，done 已答复',
  }),
  after: Cursor,
  limit: PageSize,
})

export const TasksPage = z
  .object({ tasks: z.array(RequestTask).readonly(), next: z.string().nullable() })
  .openapi('RequestTasksPage')

export const GiveTasksRequest = z
  .object({
    personIds: z.array(Id).min(1).max(20),
    task: filled(2000),
    dueOn: Day.nullable().default(null),
  })
  .openapi('GiveTasks')

export const AnswerTaskRequest = z.object({ answer: line(5000) })

export const TakeBackRequest = z.object({
  reason: Reason,
  to: Id.nullable().default(null).openapi({ description: '改派给谁；不改派的为空' }),
  dueOn: Day.nullable().default(null),
})

export const AssignHandlerRequest = z.object({ handlerId: Id })

export const HandOverRequestsRequest = z
  .object({ authorityId: Id, from: Id, to: Id, reason: Reason })
  .openapi('HandOverRequests')

export const MovedRequests = z
  .object({ requests: z.number(), tasks: z.number() })
  .openapi('MovedRequests')

const Load = z.object({
  open: z.number(),
  today: z.number(),
  week: z.number(),
  overdue: z.number(),
})

export const WorkloadQuery = z.object({ authorityId: Id })

export const Workloads = z
  .object({
    people: z
      .array(
        z.object({
          personId: z.string().nullable().openapi({ description: '无人承办的为空' }),
          isHandler: z.boolean(),
          isHere: z.boolean().openapi({ description: '现在有办理依申请公开的职责' }),
          section: z.string().nullable().openapi({ description: '所在科室（内设机构）' }),
          requests: Load,
          tasks: Load,
        }),
      )
      .readonly(),
  })
  .openapi('RequestWorkloads')

export const RequestBoard = z
  .object({
    authorities: z
      .array(
        Load.extend({
          authorityId: z.string(),
          name: z.string(),
          arrived: z.number().openapi({ description: '待确认收到' }),
        }),
      )
      .readonly(),
  })
  .openapi('RequestBoard')

export type RequestTask = z.infer<typeof RequestTask>
export type RequestTasks = z.infer<typeof RequestTasks>
export type RequestTasksPage = z.infer<typeof TasksPage>
export type RequestWorkloads = z.infer<typeof Workloads>
export type RequestBoard = z.infer<typeof RequestBoard>
export type MovedRequests = z.infer<typeof MovedRequests>
