import { SCOPES, type Scope } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Day, filled, Id, Instant, Reason } from './parts.js'
import { Named } from './session.js'

const SCOPE_ROWS = Object.entries(SCOPES).map(([id, { label }]) => `${id}：${label}`)

export const ScopeId = z
  .enum(Object.keys(SCOPES) as [Scope, ...Scope[]])
  .openapi('Scope', { description: SCOPE_ROWS.join('；') })

/** A scope, for who chooses. */
export const ScopeLine = z.object({ id: ScopeId, label: z.string() }).openapi('ScopeLine')

export const TokensQuery = z.object({ authorityId: Id })

export const ApiToken = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(ScopeId).readonly(),
    endedScopes: z
      .array(ScopeId)
      .readonly()
      .openapi({ description: '制作人不再担任相应职责，因此失效的' }),
    madeBy: Named,
    madeAt: Instant,
    expiresAt: Instant,
    usedAt: Instant.nullable().openapi({ description: '最近一次使用，精确到分钟' }),
    revokedAt: Instant.nullable(),
  })
  .openapi('ApiToken')

export const TokenRequest = z
  .strictObject({
    authorityId: Id,
    name: filled(100).openapi({ description: '供哪个程序使用' }),
    scopes: z.array(ScopeId).min(1).max(10),
    lastDay: Day.openapi({ description: '最后一天，一年以内' }),
    reason: Reason,
  })
  .openapi('TokenRequest')

export const TokenMade = z
  .object({
    id: z.string(),
    token: z.string().openapi({ description: '只在这次答复中给出' }),
    expiresAt: Instant,
  })
  .openapi('TokenMade')

export type ScopeLine = z.infer<typeof ScopeLine>
export type ApiToken = z.infer<typeof ApiToken>
export type TokenRequest = z.input<typeof TokenRequest>
export type TokenMade = z.infer<typeof TokenMade>
