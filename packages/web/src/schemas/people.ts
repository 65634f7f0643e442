import { z } from '@hono/zod-openapi'
import {
  Cursor,
  Day,
  filled,
  Id,
  Instant,
  Login,
  line,
  optional,
  PageSize,
  Reason,
} from './parts.js'
import { RoleId } from './session.js'

const PersonState = z
  .enum(['invited', 'active', 'blocked'])
  .openapi({ description: '已邀请、尚未接受；在用；已停用' })

export const PeopleQuery = z.object({
  authorityId: Id.openapi({ description: '在本机关及其下级任职的人员' }),
  q: line(100).optional().openapi({ description: '姓名或者登录名的一部分' }),
  after: Cursor,
  limit: PageSize,
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
  .object({ people: z.array(ListedPerson).readonly(), next: z.string().nullable() })
  .openapi('PeoplePage')

export const Assignment = z
  .object({
    id: z.string(),
    authorityId: z.string(),
    authorityName: z.string(),
    role: RoleId,
    since: z.string(),
    until: z.string().nullable().openapi({ description: '最后一天；空为没有终止日期' }),
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
    state: PersonState,
    version: z.number(),
    assignments: z.array(Assignment).readonly(),
    deputations: z.array(Deputation).readonly(),
  })
  .openapi('Person')

export const InviteRequest = z
  .strictObject({
    login: Login,
    name: filled(50),
    phone: optional(50),
    email: optional(200).pipe(z.email().nullable()),
    assignments: z.array(z.strictObject({ authorityId: Id, role: RoleId })).max(50),
  })
  .openapi('InviteRequest')

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

export const HandedOver = z
  .object({
    roles: z.array(RoleId).readonly(),
    moved: z.array(z.object({ label: z.string(), ids: z.array(z.string()).readonly() })).readonly(),
  })
  .openapi('HandedOver')

export const AssignmentRequest = z
  .strictObject({
    personId: Id,
    authorityId: Id,
    role: RoleId,
    since: Day.optional(),
    reason: Reason,
  })
  .openapi('AssignmentRequest')

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
