import { AUTHORITY_LEVELS, type AuthorityLevel } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { filled, Login, optional, Password } from './parts.js'

/** Whether the installation waits to be set up. */
export const SetUpState = z.object({ needed: z.boolean() }).openapi('SetUpState')

const LEVELS = Object.keys(AUTHORITY_LEVELS) as [AuthorityLevel, ...AuthorityLevel[]]

/** What the set-up page sends. */
export const SetUpRequest = z
  .strictObject({
    code: filled(100).openapi({ description: '启动时终端上显示的设置码' }),
    region: filled(100).openapi({ example: '云岭县' }),
    regionCode: optional(12).pipe(
      z
        .string()
        .regex(/^\d{6}(?:\d{3}){0,2}$/, '行政区划代码应为6位、9位或者12位数字')
        .nullable(),
    ),
    authority: filled(200).openapi({ example: '云岭县人民政府' }),
    level: z.enum(LEVELS),
    administrator: z.strictObject({ login: Login, name: filled(50), password: Password }),
  })
  .openapi('SetUpRequest')

export type SetUpState = z.infer<typeof SetUpState>
export type SetUpRequest = z.input<typeof SetUpRequest>
