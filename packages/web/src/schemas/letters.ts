import { NOTICE_KINDS, SENDING_WAYS } from '@gongkai/app'
import { GROUNDS, LETTER_KINDS, type LetterKind, REVIEW_BODIES } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { defined } from '../edge/defined.js'
import { Day, filled, Id, Instant, keysOf, line, optional, Reason } from './parts.js'

const Kind = z.enum(LETTER_KINDS as [LetterKind, ...LetterKind[]]).openapi('LetterKind')
const Ground = keysOf(GROUNDS)
const Way = keysOf(SENDING_WAYS).openapi('SendingWay')
const Role = z.enum(['secrecyReviewer', 'disclosureHead', 'leader'])
const Words = z.array(filled(500)).max(50).readonly()

const State = z
  .enum(['draft', 'inReview', 'approved', 'sent', 'served', 'returned', 'noticed', 'discarded'])
  .openapi('LetterState')

export const Letter = z
  .object({
    id: z.string(),
    requestId: z.string(),
    authorityId: z.string(),
    kind: Kind,
    title: z.string(),
    decides: z.boolean().openapi({ description: '送出后申请办结' }),
    grounds: z.array(Ground).readonly(),
    state: State,
    anew: z
      .enum(['ordered', 'corrected'])
      .nullable()
      .openapi({ description: '重新作出的决定：ordered 被责令，corrected 自行纠正' }),
    replacesId: z.string().nullable().openapi({ description: '它代替的决定' }),
    remedyId: z.string().nullable().openapi({ description: '责令重新作出的复议、诉讼、投诉' }),
    needs: z.array(Role).readonly().openapi({ description: '依次由谁审批' }),
    round: z.number(),
    writers: z.array(z.string()).readonly().openapi({ description: '拟制、修改过的人，不能审批' }),
    documentNumber: z.string().nullable(),
    approvedOn: z.string().nullable().openapi({ description: '成文日期' }),
    dueOn: z.string().nullable().openapi({ description: '送出时的期限' }),
    isLate: z.boolean(),
    sentWay: Way.nullable(),
    sentOn: z.string().nullable(),
    servedOn: z.string().nullable(),
    returnedOn: z.string().nullable(),
    noticedOn: z.string().nullable(),
    version: z.number().openapi({ description: '办理时在 If-Match 中带回' }),
  })
  .openapi('RequestLetter')

/** A notice that was sent and that a decision may rest on. */
const SentNotice = z
  .object({
    kind: z.enum(['correctionNotice', 'feeNotice']),
    number: z.string().nullable(),
    on: z.string().nullable(),
    servedOn: z.string().nullable(),
    until: z.string().nullable().openapi({ description: '通知确定的期限' }),
  })
  .openapi('SentNotice')

export const Letters = z
  .object({ letters: z.array(Letter).readonly(), notices: z.array(SentNotice).readonly() })
  .openapi('RequestLetters')

const Earlier = z.object({ number: filled(100), on: Day })

/** One part of what was asked for and what is decided on it. */
const Part = z
  .object({
    what: filled(500),
    ground: Ground,
    reason: filled(2000).optional(),
    where: filled(1000).optional(),
    specialLaw: filled(200).optional(),
    other: z
      .union([z.literal('unknown'), z.object({ name: filled(200), contact: optional(200) })])
      .optional(),
    search: z
      .object({ on: Day, systems: Words, words: Words, files: Words, persons: Words })
      .optional(),
    earlier: Earlier.optional(),
  })
  .transform(defined)

const Consultation = z
  .object({
    whom: filled(200),
    kind: z.enum(['thirdParty', 'coMaker', 'otherAuthority']),
    about: filled(1000),
    concern: filled(1000),
    sentOn: Day.optional(),
    until: Day.optional(),
  })
  .transform(defined)

const OwnRecord = z
  .object({
    record: filled(500),
    result: z.enum(['corrected', 'forwarded', 'directed', 'refused']),
    other: filled(200).optional(),
    reason: filled(2000).optional(),
  })
  .transform(defined)

const Details = z
  .object({
    wanted: optional(1000),
    series: optional(20),
    reviewedAs: keysOf(REVIEW_BODIES).nullable().default(null),
    thirdParties: Words.default([]),
    materials: z
      .array(Id)
      .max(100)
      .readonly()
      .optional()
      .openapi({ description: '随文书提供的拟公开材料：遮盖件已核对的，或者全文公开的' }),
    parts: z.array(Part).max(50).readonly().default([]),
    attachments: Words.default([]),
    correction: z.object({ points: Words, how: filled(500), until: Day }).optional(),
    reasons: z.object({ excess: filled(1000), points: Words, until: Day }).optional(),
    postponement: z.object({ reason: filled(500), until: Day }).optional(),
    extension: z.object({ reason: filled(500), days: z.number().int() }).optional(),
    consultation: Consultation.optional(),
    override: z.object({ whom: filled(200), what: filled(500), reason: filled(2000) }).optional(),
    assistance: z.object({ whom: filled(200), task: filled(1000), until: Day }).optional(),
    fee: z
      .object({
        way: z.enum(['byItem', 'byPage']),
        first: z.number().int().min(1).max(5000),
        last: z.number().int().min(1).max(5000),
        howToPay: filled(500),
      })
      .optional(),
    notice: Earlier.extend({ servedOn: Day, until: Day }).optional(),
    ownRecord: OwnRecord.optional(),
    service: z
      .object({ paper: filled(300), receiver: filled(200), way: filled(100), place: line(300) })
      .optional(),
  })
  .transform(defined)

const Rewordings = z
  .array(z.object({ from: filled(20_000), to: filled(20_000) }))
  .max(200)
  .readonly()
const Waivers = z
  .array(z.object({ rule: filled(20), says: line(20_000).nullable(), reason: Reason }))
  .max(200)
  .readonly()

export const LetterDraftRequest = z
  .object({
    drafted: z
      .enum(['decision', ...(NOTICE_KINDS as [LetterKind, ...LetterKind[]])])
      .openapi({ description: 'decision：由登记的决定依据选定的答复；其余为通知、函件和记录' }),
    anew: z
      .object({ remedyId: Id.nullable().default(null), reason: Reason })
      .nullable()
      .default(null)
      .openapi({
        description: '办结后重新作出决定的缘由；remedyId 为空的，为自行纠正。拟稿后不再改变',
      }),
    details: Details,
    rewordings: Rewordings.default([]).openapi({ description: '可以另写的段落：原文和改写' }),
    waivers: Waivers.default([]).openapi({ description: '保留发现的理由；错误不能保留' }),
  })
  .openapi('LetterDraft')

export const OpinionRequest = z.object({ opinion: optional(1000) })
export const LetterReasonRequest = z.object({ reason: Reason })

export const SendRequest = z
  .object({
    way: Way,
    on: Day.openapi({ description: '交邮之日、签收之日、发送之日' }),
    proof: optional(500).openapi({ description: '邮件编号、签收人、发往的邮箱' }),
  })
  .openapi('SendLetter')

export const SendingCorrection = SendRequest.extend({ reason: Reason }).openapi('CorrectSending')

export const ServiceRequest = z
  .object({
    outcome: z
      .enum(['served', 'returned', 'noticed'])
      .openapi({ description: '送达、退信、公告送达' }),
    on: Day,
    note: filled(500),
  })
  .openapi('RecordService')

const Text = z.object({
  kind: Kind,
  title: z.array(z.string()).readonly(),
  documentNumber: z.string().nullable(),
  addressee: z.string().nullable(),
  paragraphs: z
    .array(z.object({ kind: z.enum(['own', 'law', 'remedy']), text: z.string() }))
    .readonly(),
  rows: z.array(z.array(z.string()).readonly()).readonly(),
  attachments: z.array(z.string()).readonly(),
  signature: z.object({ name: z.string(), date: z.string().nullable() }),
  note: z.string().nullable(),
})

const Finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  basis: z.string(),
  at: z.object({ part: z.string(), index: z.number().optional() }),
  says: z.string().nullable(),
  waived: z.string().nullable(),
})

export const LetterView = z
  .object({
    letter: Letter,
    details: z.record(z.string(), z.unknown()),
    rewordings: Rewordings,
    waivers: Waivers,
    text: Text,
    files: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          mediaType: z.string(),
          bytes: z.number(),
          sha256: z.string(),
        }),
      )
      .readonly()
      .openapi({ description: '随文书提供的文件' }),
    findings: z.array(Finding).readonly(),
    unplaced: Rewordings.openapi({ description: '原文已经变动，没有用上的改写' }),
    lastDay: z.string().nullable().openapi({ description: '这份文书的期限' }),
    approvals: z.array(z.object({ role: Role, personId: z.string(), at: Instant })).readonly(),
    course: z
      .array(
        z.object({
          state: State,
          on: z.string(),
          by: z.string().nullable(),
          way: Way.optional(),
          note: z.string().nullable(),
          corrected: z
            .object({
              way: Way.nullable(),
              on: z.string().nullable(),
              proof: z.string().nullable(),
              reason: z.string(),
            })
            .optional(),
        }),
      )
      .readonly(),
  })
  .openapi('LetterView')

export const LetterFileQuery = z.object({ to: z.enum(['docx', 'pdf']).default('pdf') })

export type RequestLetter = z.infer<typeof Letter>
export type RequestLetters = z.infer<typeof Letters>
export type LetterView = z.infer<typeof LetterView>
export type LetterDraft = z.input<typeof LetterDraftRequest>
