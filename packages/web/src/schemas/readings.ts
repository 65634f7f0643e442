import { READINGS } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Day, Id, Instant, PageSize } from './parts.js'

const Of = z.object({ authorityId: Id, from: Day, to: Day })

export const ReadingsQuery = Of.extend({
  personId: Id.optional(),
  requestId: Id.optional(),
  after: z.coerce.number().int().min(1).optional().openapi({ description: '接在这一号记录之后' }),
  limit: PageSize,
})

export const ReadingCountsQuery = Of

export const ReadingsPage = z
  .object({
    readings: z
      .array(
        z.object({
          no: z.number().openapi({ description: '记录的序号' }),
          at: Instant,
          personId: z.string().nullable().openapi({ description: '申请人本人查阅的为空' }),
          person: z.string().nullable(),
          role: z.string().nullable(),
          name: z.enum(READINGS),
          requestId: z.string(),
          requestNumber: z.string().nullable(),
        }),
      )
      .readonly(),
    next: z.string().nullable(),
  })
  .openapi('ReadingsPage')

export const ReadingCounts = z
  .object({
    many: z.number().openapi({ description: '没有参与办理而查看的，达到多少件提示说明' }),
    people: z
      .array(
        z.object({
          personId: z.string(),
          person: z.string(),
          requests: z.number().openapi({ description: '查看了多少件申请' }),
          readings: z.number().openapi({ description: '查看了多少次' }),
          without: z.number().openapi({ description: '其中没有参与办理的件数' }),
          standsOut: z.boolean(),
        }),
      )
      .readonly(),
  })
  .openapi('ReadingCounts')

export type ReadingsPage = z.infer<typeof ReadingsPage>
export type ReadingCounts = z.infer<typeof ReadingCounts>
