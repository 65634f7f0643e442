import { AUTHORITY_LEVELS, type AuthorityLevel } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { filled, Login, Password } from './parts.js'
import { RegionCode } from './region.js'
import { Me } from './session.js'

/** Whether the installation waits to be set up. */
export const SetUpState = z.object({ needed: z.boolean() }).openapi('SetUpState')

const LEVELS = Object.keys(AUTHORITY_LEVELS) as [AuthorityLevel, ...AuthorityLevel[]]

/** What the set-up page sends. */
export const SetUpRequest = z
  .strictObject({
    code: filled(100).openapi({ description: '启动时终端上显示的设置码' }),
    region: filled(100).openapi({ example: '云岭县' }),
    regionCode: RegionCode,
    authority: filled(200).openapi({ example: '云岭县人民政府' }),
    level: z.enum(LEVELS),
    administrator: z.strictObject({ login: Login, name: filled(50), password: Password }),
  })
  .openapi('SetUpRequest')

/** What is sent to have an invented county instead. */
export const DemonstrationRequest = z
  .strictObject({ code: filled(100).openapi({ description: '启动时终端上显示的设置码' }) })
  .openapi('DemonstrationRequest')

export const DemonstrationLoaded = z
  .object({
    me: Me,
    password: z.string().openapi({ description: '全部演示人员共用，登录后应当更改' }),
    people: z
      .array(
        z.object({
          login: z.string(),
          name: z.string(),
          role: z.string(),
          authority: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('DemonstrationLoaded')

export const SetUpProgress = z
  .object({
    progress: z.object({ done: z.number(), total: z.number(), doing: z.string() }).nullable(),
  })
  .openapi('SetUpProgress')

export type DemonstrationLoaded = z.infer<typeof DemonstrationLoaded>
export type SetUpProgress = z.infer<typeof SetUpProgress>
export type SetUpState = z.infer<typeof SetUpState>
export type SetUpRequest = z.input<typeof SetUpRequest>
