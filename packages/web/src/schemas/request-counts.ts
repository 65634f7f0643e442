import type { Cell } from '@gongkai/report'
import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, PageSize } from './parts.js'

export const CountQuery = z.object({
  authorityId: Id,
  from: Day,
  to: Day,
  form: z.enum(['2019', '2021']).default('2021'),
})

export const CountedQuery = CountQuery.extend({
  row: filled(20),
  column: filled(20),
  after: Cursor,
  limit: PageSize,
})

export const RequestCounts = z
  .object({ cells: z.array(z.custom<Cell>().openapi('Cell', { type: 'object' })).readonly() })
  .openapi('RequestCounts')

export const OwnRecordsQuery = CountQuery.omit({ form: true })

export const OwnRecordCounts = z
  .object({
    received: z.number(),
    corrected: z.number(),
    refused: z.number(),
    forwarded: z.number(),
    directed: z.number(),
    ended: z.number().openapi({ description: '撤回、视为放弃' }),
    open: z.number().openapi({ description: '期末未办结' }),
  })
  .openapi('OwnRecordCounts')

export const YearEndQuery = z.object({ authorityId: Id })

export const YearEnd = z
  .object({
    today: z.string(),
    dueThisYear: z.number().openapi({ description: '年内到期的未办结申请' }),
    carriedOver: z.number().openapi({
      description: '期限在次年，或者正在等待、没有确定期限的：将结转下年度',
    }),
    unconfirmed: z.number().openapi({ description: '收到之日还没有确定的' }),
  })
  .openapi('YearEnd')

export type RequestCounts = z.infer<typeof RequestCounts>
export type OwnRecordCounts = z.infer<typeof OwnRecordCounts>
export type YearEnd = z.infer<typeof YearEnd>
