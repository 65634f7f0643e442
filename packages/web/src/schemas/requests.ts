import { NEWS_WAYS, SUPPLY_FORMS, SUPPLY_WAYS } from '@gongkai/app'
import {
  APPLICANT_KIND_IDS,
  CHANNELS,
  type Citation,
  type ClockStep,
  GROUNDS,
  OWN_RECORD_RESULTS,
} from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { joinedTo } from './joined.js'
import { Day, filled, Id, Instant, keysOf, line, optional, Reason } from './parts.js'
import { RequestPerson } from './request-people.js'

export const Channel = keysOf(CHANNELS).openapi('Channel')
const Ground = keysOf(GROUNDS).openapi('Ground')
export const ApplicantKind = z.enum(APPLICANT_KIND_IDS).openapi('ApplicantKind')
export const RequestKind = z.enum(['disclosure', 'ownRecord']).openapi('RequestKind')
export const Form = keysOf(SUPPLY_FORMS).openapi('SupplyForm')
export const Way = keysOf(SUPPLY_WAYS).openapi('SupplyWay')
export const Source = z.custom<Citation>().openapi('Citation', { type: 'object' })

export const STAGES = [
  'arrived',
  'examining',
  'awaitingCorrection',
  'awaitingReasons',
  'awaitingFee',
  'closed',
] as const

const NEXT = ['askCorrection', 'correction', 'reasons', 'opinion', 'feePayment', 'reply'] as const

/** One request of the register; who asks is told apart. */
export const RequestFile = z
  .object({
    id: z.string(),
    authorityId: z.string(),
    authority: z.string(),
    carriedBy: z.string().nullable().openapi({ description: '受理机关已撤并的，承接的机关' }),
    requestNumber: z.string(),
    originalNumber: z.string().nullable().openapi({ description: '导入的，原来的编号' }),
    kind: RequestKind,
    channel: Channel,
    arrivedOn: z.string(),
    applicantConfirmedOn: z.string().nullable(),
    authorityConfirmedOn: z.string().nullable(),
    confirmedHow: z.string().nullable(),
    proof: z.string().nullable(),
    receivedOn: z.string().nullable().openapi({ description: '法律上的收到申请之日' }),
    applicantKind: ApplicantKind,
    applicantMasked: z.string(),
    wanted: z.string(),
    title: z.string().nullable(),
    number: z.string().nullable(),
    form: Form,
    way: Way,
    help: z.string().nullable(),
    stage: z.enum(STAGES),
    dueOn: z.string().nullable(),
    dueProvisional: z.boolean().openapi({ description: '放假安排尚未公布，日期可能移动' }),
    nextOn: z.string().nullable(),
    nextWhat: z.enum([...NEXT, 'confirmReceipt']).nullable(),
    closedOn: z.string().nullable(),
    grounds: z.array(Ground).readonly(),
    countedUnder: Ground.nullable(),
    filedOn: z.string().nullable(),
    handlerId: z.string().nullable(),
    news: keysOf(NEWS_WAYS).openapi({ description: '有进展时怎样告知申请人' }),
    ownResult: keysOf(OWN_RECORD_RESULTS).nullable().openapi({ description: '更正申请的结果' }),
    setAside: z.enum(['struck', 'notReceived', 'split', 'rejoined']).nullable().openapi({
      description:
        'struck 登记有误已划去，notReceived 未受理，split 已分案，rejoined 分案已撤销；都不计入统计',
    }),
    setAsideReason: z.string().nullable(),
    join: z
      .enum(['leads', 'follows', 'part'])
      .nullable()
      .openapi({ description: 'leads 并案的牵头件，follows 并入另一件办理，part 由一件申请分出' }),
    isMasked: z.boolean().openapi({
      description: '阅看的人不办理这件申请：可能涉及个人信息的内容已遮去',
    }),
    erasedAt: Instant.nullable().openapi({ description: '个人信息依规清除的时间' }),
    version: z.number().openapi({ description: '办理时在 If-Match 中带回' }),
  })
  .openapi('DisclosureRequest')

/** What is handed in, by whichever way. */
const NewRequest = z.object({
  authorityId: Id,
  kind: RequestKind.default('disclosure'),
  applicants: z.object({ kind: ApplicantKind, people: z.array(RequestPerson).min(1).max(50) }),
  wanted: z.object({
    wanted: line(20_000),
    title: optional(1000),
    number: optional(1000),
    form: Form,
    way: Way,
    help: optional(1000),
  }),
  news: keysOf(NEWS_WAYS).optional().openapi({ description: '有进展时怎样告知申请人' }),
})

export const RegisterRequest = NewRequest.extend({
  channel: Channel,
  arrivedOn: Day,
  applicantConfirmedOn: Day.nullable().default(null),
  authorityConfirmedOn: Day.nullable().default(null),
  confirmedHow: optional(500),
  proof: optional(500),
}).openapi('RegisterRequest')

export const Registered = z
  .object({
    request: RequestFile,
    secret: z.string().openapi({ description: '查询密码，只在这里告知一次' }),
  })
  .openapi('RegisteredRequest')

const dated = <N extends string>(name: N) => z.object({ name: z.literal(name), on: Day })

/** A step of the clock, as an officer records it. */
const Step = z
  .discriminatedUnion('name', [
    dated('askCorrection').extend({ until: Day }),
    dated('askReasons').extend({ until: Day }),
    dated('postpone').extend({ until: Day }),
    dated('consult').extend({
      consultation: filled(100),
      whom: z.enum(['thirdParty', 'coMaker', 'otherAuthority']),
      until: Day.optional(),
    }),
    dated('consultationArrives').extend({ consultation: filled(100) }),
    dated('receiveOpinion').extend({ consultation: filled(100) }),
    dated('extend').extend({ days: z.number().int() }),
    dated('receiveCorrection'),
    dated('receiveReasons'),
    dated('askFee'),
    dated('feeNoticeArrives'),
    dated('payFee'),
    dated('abandon'),
    dated('withdraw'),
  ])
  .openapi('RequestStep')

export const StepRequest = z.object({ step: Step, note: optional(2000) })
export const RenewRequest = z.object({ proof: Reason })
export const StrikeRequest = z.object({ reason: Reason })

export const ReceiptRequest = z.object({
  on: Day,
  how: line(500),
  applicantOn: Day.nullable().default(null),
})

const Receipt = z
  .object({
    receivedOn: z.string().nullable(),
    why: z.string().optional(),
    missing: z
      .array(z.enum(['applicant', 'authority']))
      .readonly()
      .optional(),
    escalateOn: z.string().optional(),
    source: Source,
  })
  .openapi('Receipt')

const JoinedEnd = RequestFile.pick({
  ...{ id: true, requestNumber: true, stage: true, dueOn: true, closedOn: true, setAside: true },
})

export const RequestView = z
  .object({
    request: RequestFile,
    joins: joinedTo(JoinedEnd).openapi({ description: '并案、分案，解除、撤销的也在内' }),
    groupDueOn: z
      .string()
      .nullable()
      .openapi({ description: '并案的各件中最早的答复期限；没有并案的为空' }),
    receipt: Receipt,
    steps: z
      .array(
        z.object({
          no: z.number(),
          step: z.custom<ClockStep>().openapi({
            type: 'object',
            required: ['name', 'on'],
            properties: { name: { type: 'string' }, on: { type: 'string' } },
            additionalProperties: true,
          }),
          note: z.string().nullable(),
          unpaperedReason: z.string().nullable(),
          recordedBy: z.string().nullable(),
          recordedAt: Instant,
          struck: z
            .object({ by: z.string(), at: Instant, reason: z.string().nullable() })
            .nullable(),
        }),
      )
      .readonly(),
    owed: z
      .array(z.object({ no: z.number(), kind: z.string(), message: z.string() }))
      .readonly()
      .openapi({ description: '应当告知申请人而文书没有送出的步骤' }),
    corrections: z
      .array(
        z.object({
          no: z.number(),
          changed: z.array(z.string()).readonly(),
          reason: z.string().nullable(),
          by: z.string(),
          at: Instant,
          before: z.record(z.string(), z.string().nullable()).nullable(),
        }),
      )
      .readonly()
      .openapi({ description: '登记的各次更正，连同更正前的内容' }),
    ahead: z
      .array(
        z.object({
          what: z.enum(NEXT),
          on: z.string(),
          source: Source,
          consultation: z.string().optional(),
        }),
      )
      .readonly(),
    consultations: z
      .array(
        z.object({
          consultation: z.string(),
          whom: z.enum(['thirdParty', 'coMaker', 'otherAuthority']),
          sentOn: z.string(),
          arrivedOn: z.string().nullable(),
          limit: z.string().nullable().openapi({ description: '对方答复的最后一天' }),
          opinionOn: z.string().nullable(),
          isOpen: z.boolean(),
        }),
      )
      .readonly()
      .openapi({ description: '征求意见的对象和进展' }),
    endless: z
      .array(z.object({ kind: z.string(), consultation: z.string().optional(), from: z.string() }))
      .readonly()
      .openapi({ description: '已经发出、没有登记送达的，期限无从起算' }),
    hasAgent: z.boolean().openapi({ description: '由代理人提出的，应当有授权委托书' }),
  })
  .openapi('RequestView')

export const RequestsPage = z
  .object({ requests: z.array(RequestFile).readonly(), next: z.string().nullable() })
  .openapi('RequestsPage')

export type RequestFile = z.infer<typeof RequestFile>
export type RequestView = z.infer<typeof RequestView>
export type RequestsPage = z.infer<typeof RequestsPage>
export type RegisterRequest = z.input<typeof RegisterRequest>
export type Registered = z.infer<typeof Registered>
export type StepRequest = z.input<typeof StepRequest>
