import { type Action, RIGHTS, ROLES, type Role } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Id, Instant, Login, line, Password } from './parts.js'

export const RoleId = z.enum(Object.keys(ROLES) as [Role, ...Role[]]).openapi('Role')
export const ActionId = z.enum(Object.keys(RIGHTS) as [Action, ...Action[]]).openapi('Action')
export const Reach = z.enum(['own', 'below']).openapi({ description: '本机关，或者连同其下级' })

export const Named = z.object({ id: z.string(), name: z.string() }).openapi('Named')

/** Who is signed in, and with which rights. */
export const Me = z
  .object({
    person: z.object({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      version: z.number(),
    }),
    sessionId: z.string(),
    region: z.object({
      name: z.string(),
      demonstration: z.boolean().openapi({ description: '是否为演示数据' }),
    }),
    holdings: z
      .array(
        z.object({
          role: RoleId,
          label: z.string(),
          authorityId: z.string(),
          authorityName: z.string(),
          onBehalfOf: Named.nullable().openapi({ description: '被代理人；本人的职责为空' }),
        }),
      )
      .readonly(),
    rights: z
      .array(z.object({ action: ActionId, authorityId: z.string(), reach: Reach }))
      .readonly(),
    timeCodes: z.boolean().openapi({ description: '是否启用了动态验证码' }),
  })
  .openapi('Me')

export const SignInRequest = z
  .strictObject({
    login: Login,
    password: Password,
    code: line(20).nullable().optional().openapi({ description: '动态验证码；未启用的不填' }),
  })
  .openapi('SignInRequest')

export const OwnSession = z
  .object({
    id: z.string(),
    isThis: z.boolean(),
    createdAt: Instant,
    seenAt: Instant,
    expiresAt: Instant,
    address: z.string().nullable(),
    agent: z.string().nullable(),
  })
  .openapi('OwnSession')

export const Ended = z.object({ ended: z.number() }).openapi('Ended')

export const PasswordRequest = z
  .strictObject({ old: Password, password: Password })
  .openapi('PasswordRequest')

export const ResetRequest = z.strictObject({ login: Login }).openapi('ResetRequest')

/** What a link that works once is for, and whose it is. */
export const LinkState = z
  .object({
    purpose: z.enum(['invitation', 'reset', 'email']),
    name: z.string(),
    login: z.string(),
    expiresAt: Instant,
  })
  .openapi('LinkState')

export const LinkRequest = z.strictObject({ password: Password }).openapi('LinkRequest')

export const LinkDone = z.object({ login: z.string() }).openapi('LinkDone')

/** The own password once more, where it is asked for. */
export const OwnPassword = z.strictObject({ password: Password }).openapi('OwnPassword')

export const TimeCodes = z
  .object({ secret: z.string(), uri: z.string().openapi({ description: '供二维码使用' }) })
  .openapi('TimeCodes')

export const TimeCodeRequest = z.strictObject({ code: line(20).min(1) }).openapi('TimeCodeRequest')

/** What each role may do. */
export const RoleLine = z
  .object({
    id: RoleId,
    label: z.string(),
    says: z.string(),
    rights: z.array(z.object({ action: ActionId, label: z.string(), reach: Reach })).readonly(),
  })
  .openapi('RoleLine')

export const SessionParams = z.object({ id: Id })

export const SignInWays = z
  .object({
    identity: z.string().nullable().openapi({ description: '统一身份认证的名称；未设的为空' }),
  })
  .openapi('SignInWays')

export type SignInWays = z.infer<typeof SignInWays>
export type Me = z.infer<typeof Me>
export type SignInRequest = z.input<typeof SignInRequest>
export type OwnSession = z.infer<typeof OwnSession>
export type Ended = z.infer<typeof Ended>
export type PasswordRequest = z.input<typeof PasswordRequest>
export type ResetRequest = z.input<typeof ResetRequest>
export type LinkState = z.infer<typeof LinkState>
export type LinkRequest = z.input<typeof LinkRequest>
export type LinkDone = z.infer<typeof LinkDone>
export type OwnPassword = z.input<typeof OwnPassword>
export type TimeCodes = z.infer<typeof TimeCodes>
export type TimeCodeRequest = z.input<typeof TimeCodeRequest>
export type RoleLine = z.infer<typeof RoleLine>
