import { z } from '@hono/zod-openapi'
import {
  Counted,
  Cursor,
  Day,
  filled,
  Id,
  Instant,
  Login,
  line,
  optional,
  PageSize,
  Password,
  Reason,
  Total,
} from './parts.js'
import { StateId } from './report-file.js'
import { RoleId } from './session.js'

const PersonState = z
  .enum(['invited', 'active', 'blocked', 'erased'])
  .openapi({ description: '已邀请、尚未接受；在用；已停用；已依规清除' })

export const PeopleQuery = z.object({
  authorityId: Id.openapi({ description: '在本机关及其下级任职的人员' }),
  q: line(100).optional().openapi({ description: '姓名或者登录名的一部分' }),
  after: Cursor,
  limit: PageSize,
  total: Counted,
})

export const ListedPerson = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    state: PersonState,
    assignments: z
      .array(z.object({ role: RoleId, authorityId: z.string(), authorityName: z.string() }))
      .readonly(),
  })
  .openapi('ListedPerson')

export const PeoplePage = z
  .object({ people: z.array(ListedPerson).readonly(), next: z.string().nullable(), total: Total })
  .openapi('PeoplePage')

/** 科室（内设机构） of an authority. */
const Section = optional(50)

export const Assignment = z
  .object({
    id: z.string(),
    authorityId: z.string(),
    authorityName: z.string(),
    role: RoleId,
    since: z.string(),
    until: z.string().nullable().openapi({ description: '最后一天；空为没有终止日期' }),
    section: z.string().nullable().openapi({ description: '所在科室（内设机构）；没有写明的为空' }),
    version: z.number(),
  })
  .openapi('Assignment')

export const Deputation = z
  .object({
    id: z.string(),
    assignmentId: z.string(),
    personId: z.string(),
    deputyId: z.string(),
    since: z.string(),
    until: z.string(),
  })
  .openapi('Deputation')

export const Person = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    isContactTold: z
      .boolean()
      .openapi({ description: '是否告知联系方式；不告知的，电话、邮箱为空' }),
    state: PersonState,
    version: z.number(),
    assignments: z.array(Assignment).readonly(),
    deputations: z.array(Deputation).readonly(),
  })
  .openapi('Person')

const contact = { phone: optional(50), email: optional(200).pipe(z.email().nullable()) }

export const InviteRequest = z
  .strictObject({
    login: Login,
    name: filled(50),
    ...contact,
    assignments: z.array(z.strictObject({ authorityId: Id, role: RoleId })).max(50),
  })
  .openapi('InviteRequest')

export const CorrectRequest = z
  .strictObject({ name: filled(50), ...contact, reason: Reason })
  .openapi('CorrectRequest')

export const OwnContactRequest = z
  .strictObject({ password: Password, ...contact })
  .openapi('OwnContactRequest')

export const OwnContactChanged = z
  .object({
    toConfirm: z
      .string()
      .nullable()
      .openapi({ description: '收到确认链接的新邮箱；没有要确认的为空' }),
  })
  .openapi('OwnContactChanged')

export const PersonErased = z
  .object({ events: z.number().openapi({ description: '一并清除旁附个人信息的记录数' }) })
  .openapi('PersonErased')

/** A link that works once, to be handed over; it is shown here and nowhere again. */
export const HandedLink = z.object({ link: z.string(), expiresAt: Instant }).openapi('HandedLink')

export const Invited = HandedLink.extend({ personId: z.string() }).openapi('Invited')

export const ReasonRequest = z.strictObject({ reason: Reason }).openapi('ReasonRequest')

export const HandOverRequest = z
  .strictObject({
    to: Id,
    authorityId: Id,
    assignmentIds: z
      .array(Id)
      .max(100)
      .openapi({ description: '页面上显示的、移交人在该机关的全部职责' }),
    reason: Reason,
  })
  .openapi('HandOverRequest')

const UnfinishedReport = z.object({
  id: z.string(),
  authorityId: z.string(),
  authority: z.string(),
  reportYear: z.number(),
  state: StateId,
})

export const HandedOver = z
  .object({
    roles: z.array(RoleId).readonly(),
    reports: z
      .array(UnfinishedReport)
      .readonly()
      .openapi({ description: '随职责移交、轮到接收人办理的年度报告' }),
    requests: z.number().openapi({ description: '移交给接收人承办的申请' }),
    tasks: z.number().openapi({ description: '移交给接收人的交办事项' }),
  })
  .openapi('HandedOver')

export const AssignmentRequest = z
  .strictObject({
    personId: Id,
    authorityId: Id,
    role: RoleId,
    since: Day.optional(),
    section: Section.default(null),
    reason: Reason,
  })
  .openapi('AssignmentRequest')

export const SectionRequest = z.strictObject({ section: Section }).openapi('SectionRequest')

export const AssignmentGiven = z.object({ assignmentId: z.string() }).openapi('AssignmentGiven')

export const EndRequest = z
  .strictObject({
    lastDay: Day.optional().openapi({ description: '最后一天；不填为立即收回' }),
    reason: Reason,
  })
  .openapi('EndRequest')

export const DeputationRequest = z
  .strictObject({ deputyId: Id, since: Day, until: Day, reason: Reason })
  .openapi('DeputationRequest')

export const DeputationMade = z.object({ deputationId: z.string() }).openapi('DeputationMade')

export type ListedPerson = z.infer<typeof ListedPerson>
export type PeoplePage = z.infer<typeof PeoplePage>
export type Assignment = z.infer<typeof Assignment>
export type Deputation = z.infer<typeof Deputation>
export type Person = z.infer<typeof Person>
export type InviteRequest = z.input<typeof InviteRequest>
export type CorrectRequest = z.input<typeof CorrectRequest>
export type OwnContactRequest = z.input<typeof OwnContactRequest>
export type OwnContactChanged = z.infer<typeof OwnContactChanged>
export type PersonErased = z.infer<typeof PersonErased>
export type HandedLink = z.infer<typeof HandedLink>
export type Invited = z.infer<typeof Invited>
export type ReasonRequest = z.input<typeof ReasonRequest>
export type HandOverRequest = z.input<typeof HandOverRequest>
export type HandedOver = z.infer<typeof HandedOver>
export type AssignmentRequest = z.input<typeof AssignmentRequest>
export type AssignmentGiven = z.infer<typeof AssignmentGiven>
export type EndRequest = z.input<typeof EndRequest>
export type DeputationRequest = z.input<typeof DeputationRequest>
export type DeputationMade = z.infer<typeof DeputationMade>
