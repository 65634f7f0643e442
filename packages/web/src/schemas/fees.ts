import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, PageSize, Reason } from './parts.js'

const day = z.string().nullable()

const Fee = z
  .object({
    letterId: z.string(),
    requestId: z.string(),
    requestNumber: z.string(),
    documentNumber: z.string().nullable().openapi({ description: '收费通知书的文号' }),
    way: z.enum(['byItem', 'byPage']).openapi({ description: 'byItem 按件，byPage 按量（页）' }),
    first: z.number(),
    last: z.number(),
    yuan: z.number(),
    howToPay: z.string().openapi({ description: '通知书写明的缴费途径' }),
    noticedOn: z.string(),
    state: z.enum(['awaiting', 'overdue', 'paid', 'refunded', 'waived', 'lapsed']).openapi({
      description:
        'awaiting 待缴费，overdue 逾期未缴费，paid 已缴费，refunded 已退费，waived 免收，lapsed 未缴费而办结',
    }),
    payBy: day.openapi({ description: '缴费期限；通知书还没有送达的为空' }),
    settledOn: day,
    receiptNumber: z.string().nullable(),
    refundedOn: day,
    refundedYuan: z.number().nullable().openapi({ description: '累计退费' }),
    reason: z.string().nullable().openapi({ description: '免收、退费的原因，只告知办理人员' }),
  })
  .openapi('Fee')

export const FeesQuery = z.object({
  ...{ authorityId: Id, from: Day, to: Day, after: Cursor, limit: PageSize },
})

export const FeesPage = z
  .object({
    fees: z.array(Fee).readonly(),
    next: z.string().nullable(),
    totals: z.object({
      notices: z.number(),
      yuan: z.number(),
      received: z.number().openapi({ description: '期间内缴纳的，减去期间内退还的' }),
    }),
    outside: z.number().openapi({ description: '只作为步骤登记的收费通知件数，不在台账和合计中' }),
    sentence: z.string().openapi({ description: '年度报告第六部分写明的信息处理费情况' }),
  })
  .openapi('FeesPage')

export const FeesOfRequest = z.object({ fees: z.array(Fee).readonly() }).openapi('FeesOfRequest')

export const FeeBasis = z
  .object({
    month: z.string().nullable().openapi({ description: '收到之日所在的月份' }),
    earlier: z
      .array(z.object({ id: z.string(), requestNumber: z.string() }))
      .readonly()
      .openapi({ description: '该申请人当月在先的申请' }),
    first: z.number().openapi({ description: '按件计收的，自第几件起' }),
  })
  .openapi('FeeBasis')

export const FeePayment = z.object({
  on: Day,
  yuan: z.number().int().min(1),
  receiptNumber: filled(100),
})
export const FeeWaiver = z.object({ on: Day, reason: Reason })
export const FeeRefund = z.object({ on: Day, yuan: z.number().int().min(1), reason: Reason })

export type Fee = z.infer<typeof Fee>
export type FeesPage = z.infer<typeof FeesPage>
export type FeesOfRequest = z.infer<typeof FeesOfRequest>
export type FeeBasis = z.infer<typeof FeeBasis>
