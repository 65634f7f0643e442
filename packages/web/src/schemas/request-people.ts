import { IDENTITY_KINDS, NEWS, NEWS_WAYS } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Instant, keysOf, line, optional } from './parts.js'

/** One who asks, or acts for one who asks. */
export const RequestPerson = z
  .object({
    part: z.enum(['applicant', 'agent']),
    name: line(200),
    idKind: keysOf(IDENTITY_KINDS),
    idNumber: line(40),
    contactName: optional(100),
    phone: optional(40),
    email: optional(200),
    address: optional(300),
    postalCode: optional(20),
  })
  .openapi('RequestPerson')

export const RequestPeople = z
  .object({
    people: z
      .array(
        z.object({
          no: z.number(),
          person: RequestPerson.nullable(),
          erased: z.object({ at: Instant, under: z.string() }).nullable(),
          until: Instant.nullable().openapi({ description: '更正前的申请人，登记到何时' }),
        }),
      )
      .readonly(),
  })
  .openapi('RequestPeople')

export const GiveOwnData = z.object({
  place: z.number().int().min(1).openapi({ description: '第几位，即申请人信息中的 no' }),
  proof: line(500).openapi({ description: '核验了哪一种身份证明；写入记录，不填写号码' }),
})

export const OwnData = z
  .object({
    data: z
      .record(z.string(), z.unknown())
      .openapi({ description: '保存的个人信息、申请、材料、步骤、文书和谁看过，供机器阅读' }),
    tables: z
      .array(
        z.object({
          title: z.string(),
          head: z.array(z.string()).readonly(),
          rows: z.array(z.array(z.string()).readonly()).readonly(),
        }),
      )
      .readonly()
      .openapi({ description: '同样的内容，供打印' }),
  })
  .openapi('OwnData')

export const FilePurpose = z.enum([
  'identity',
  'authorisation',
  'scan',
  'correction',
  'proof',
  'other',
])

export const RequestFiles = z
  .object({
    files: z
      .array(
        z.object({
          id: z.string(),
          purpose: FilePurpose,
          name: z.string(),
          mediaType: z.string(),
          bytes: z.number(),
          addedBy: z.string().nullable().openapi({ description: '申请人提交的为空' }),
          addedAt: Instant,
        }),
      )
      .readonly(),
  })
  .openapi('RequestFiles')

export const RequestNews = z
  .object({
    chosen: keysOf(NEWS_WAYS),
    news: z
      .array(
        z.object({
          id: z.string(),
          what: keysOf(NEWS),
          way: z.enum(['mail', 'slip', 'page', 'letter']),
          happenedOn: z.string(),
          state: z.enum(['waiting', 'told', 'failed', 'cancelled']),
          toldAt: Instant.nullable(),
        }),
      )
      .readonly(),
  })
  .openapi('RequestNews')

export type RequestNews = z.infer<typeof RequestNews>
export type RequestPeople = z.infer<typeof RequestPeople>
export type RequestFiles = z.infer<typeof RequestFiles>
export type OwnData = z.infer<typeof OwnData>
