import { ADVICE_ANSWERS, ADVICE_TOLD } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Day, filled, Id, Instant, keysOf, optional } from './parts.js'

export const RecordAdviceRequest = z
  .object({
    advisedOn: Day,
    competentId: Id.nullable()
      .default(null)
      .openapi({ description: '负责公开的机关；不是本地区的，填写 competent' }),
    competent: optional(200),
    contact: optional(500).openapi({ description: '联系方式；本地区的机关不填的，取登记的' }),
    reason: filled(2000),
    told: keysOf(ADVICE_TOLD),
    answer: keysOf(ADVICE_ANSWERS)
      .nullable()
      .default(null)
      .openapi({ description: '申请人的意见；withdraws 的，同时登记撤回' }),
  })
  .openapi('RecordAdvice')

const RequestAdvice = z
  .object({
    id: z.string(),
    advisedOn: z.string(),
    competentId: z.string().nullable(),
    competent: z.string(),
    contact: z.string().nullable(),
    reason: z.string(),
    told: keysOf(ADVICE_TOLD),
    answer: keysOf(ADVICE_ANSWERS).nullable(),
    recordedBy: z.string(),
    recordedAt: Instant,
    struck: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  })
  .openapi('RequestAdvice')

export const RequestAdvices = z
  .object({
    advices: z.array(RequestAdvice).readonly(),
    suggested: z
      .array(z.string())
      .readonly()
      .openapi({ description: '按申请内容，可能负责的机关的名称，仅供参考' }),
  })
  .openapi('RequestAdvices')

export type RequestAdvices = z.infer<typeof RequestAdvices>
