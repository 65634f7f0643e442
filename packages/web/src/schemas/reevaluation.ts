import { type Citation, GROUNDS } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, keysOf, PageSize, Reason } from './parts.js'
import { RequestFile } from './requests.js'

const Queue = z.enum(['due', 'soon', 'later', 'disclosable'])

const Rule = z.object({
  months: z.number().openapi({ description: '评估周期（月）' }),
  source: z.custom<Citation>().openapi('Citation', { type: 'object' }),
  known: z.enum(['seen', 'memory']).openapi({ description: 'memory 为尚未核实' }),
})

const Withheld = z
  .object({
    requestId: z.string(),
    authorityId: z.string(),
    letterId: z.string().nullable(),
    grounds: z.array(keysOf(GROUNDS)).readonly(),
    decidedOn: z.string().openapi({ description: '答复送出之日' }),
    dueOn: z.string().nullable().openapi({ description: '评估期限；可以公开、正在提请的为空' }),
    lastId: z.string().nullable(),
  })
  .openapi('WithheldInformation')

export const ReevaluationPage = Rule.extend({
  withheld: z.array(Withheld.extend({ request: RequestFile })).readonly(),
  counts: z.object({
    due: z.number(),
    soon: z.number(),
    later: z.number(),
    disclosable: z.number(),
  }),
  next: z.string().nullable(),
}).openapi('ReevaluationPage')

export const ReevaluationOfRequest = Rule.extend({
  withheld: Withheld.nullable().openapi({ description: '没有应当定期评估的信息的为空' }),
  nextOn: z.string().openapi({ description: '自今天起按评估周期推算的日期' }),
  history: z
    .array(
      z.object({
        id: z.string(),
        outcome: z.enum(['withheld', 'disclosable', 'moved']),
        on: z.string(),
        reason: z.string(),
        nextOn: z.string().nullable(),
        recordedBy: z.string(),
      }),
    )
    .readonly(),
}).openapi('ReevaluationOfRequest')

export const ReevaluationQuery = z.object({
  authorityId: Id,
  queue: Queue.default('due').openapi({
    description:
      'due 到期和逾期，soon 三十日内到期，later 三十日后到期，disclosable 可以公开、已提请',
  }),
  after: Cursor,
  limit: PageSize,
})

const looked = { dueOn: Day.openapi({ description: '屏幕上的评估期限' }), reason: Reason }

export const RecordReevaluation = z
  .discriminatedUnion('outcome', [
    z.object({ ...looked, outcome: z.enum(['withheld', 'moved']), nextOn: Day }),
    z.object({ ...looked, outcome: z.literal('disclosable'), title: filled(200) }),
  ])
  .openapi('RecordReevaluation')

export type ReevaluationPage = z.infer<typeof ReevaluationPage>
export type ReevaluationOfRequest = z.infer<typeof ReevaluationOfRequest>
