import { ERASURE_GROUNDS, type ErasureGround } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Id, Instant, line, PageSize, Reason } from './parts.js'

const Moment = Instant.transform((text) => new Date(text))

/** What of the log is asked for. */
export const EventFilter = z.object({
  subjectKind: line(50).optional().openapi({ description: '与 subjectId 一起给出' }),
  subjectId: Id.optional(),
  authorityId: Id.optional(),
  personId: Id.optional(),
  name: line(100).optional(),
  words: line(100).optional().openapi({ description: '理由或者内容中的文字' }),
  from: Moment.optional(),
  until: Moment.optional(),
})

export const EventsQuery = EventFilter.extend({
  before: z.coerce.number().int().min(1).optional().openapi({ description: '上一页的 next' }),
  limit: PageSize,
})

export const LoggedEvent = z
  .object({
    tenantId: z.string(),
    seq: z.number(),
    id: z.string(),
    happenedAt: z.string(),
    personId: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    role: z.string().nullable(),
    authorityId: z.string().nullable(),
    name: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    reason: z.string().nullable(),
    detail: z.string().openapi({ description: '原样的 JSON 文字' }),
    payloadDigest: z.string().nullable(),
    previous: z.string(),
    digest: z.string(),
    payload: z
      .discriminatedUnion('state', [
        z.object({ state: z.literal('closed') }),
        z.object({ state: z.literal('erased'), on: z.string(), under: z.string() }),
      ])
      .nullable()
      .openapi({
        description: '旁附的个人信息：没有的为空；有的不在此打开；已依规清除的，注明时间和依据',
      }),
  })
  .openapi('LoggedEvent')

const GROUND_ROWS = Object.entries(ERASURE_GROUNDS).map(([id, { label }]) => `${id}：${label}`)

/** Under which rule personal data are erased, and why. */
export const EraseRequest = z
  .strictObject({
    ground: z
      .enum(Object.keys(ERASURE_GROUNDS) as [ErasureGround, ...ErasureGround[]])
      .openapi({ description: `个人信息保护法第四十七条第一款各项。${GROUND_ROWS.join('；')}` }),
    reason: Reason,
  })
  .openapi('EraseRequest')

/** The log, newest first. */
export const EventPage = z
  .object({ events: z.array(LoggedEvent).readonly(), next: z.number().nullable() })
  .openapi('EventPage')

export type EraseRequest = z.input<typeof EraseRequest>
export type LoggedEvent = z.infer<typeof LoggedEvent>
export type EventPage = z.infer<typeof EventPage>
