import { NEWS_WAYS } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Day, keysOf, line, optional, Reason } from './parts.js'
import { RequestPerson } from './request-people.js'
import { ApplicantKind, Channel, Form, RequestKind, STAGES, Way } from './requests.js'

/** What was registered of a request beside who asks. */
const Registration = z
  .object({
    kind: RequestKind,
    channel: Channel,
    arrivedOn: Day,
    applicantConfirmedOn: Day.nullable().default(null),
    authorityConfirmedOn: Day.nullable().default(null),
    confirmedHow: optional(500),
    proof: optional(500),
    applicantKind: ApplicantKind,
    wanted: line(20_000),
    title: optional(1000),
    number: optional(1000),
    form: Form,
    way: Way,
    help: optional(1000),
    news: keysOf(NEWS_WAYS).openapi({ description: '有进展时怎样告知申请人' }),
  })
  .openapi('Registration')

export const CorrectionRequest = z
  .object({
    registration: Registration,
    people: z
      .array(RequestPerson)
      .min(1)
      .max(50)
      .nullable()
      .default(null)
      .openapi({ description: '为空的，申请人没有更正' }),
    reason: Reason,
  })
  .openapi('CorrectRequest')

const movedDay = z.object({ before: z.string().nullable(), after: z.string().nullable() })

export const CorrectionMoves = z
  .object({
    changed: z.array(z.string()).readonly(),
    receivedOn: movedDay,
    stage: z.object({ before: z.enum(STAGES), after: z.enum(STAGES) }),
    dueOn: movedDay,
    nextOn: movedDay,
    column: z.object({ before: z.string(), after: z.string() }),
  })
  .openapi('CorrectionMoves')

export type CorrectionRequest = z.input<typeof CorrectionRequest>
export type CorrectionMoves = z.infer<typeof CorrectionMoves>
