import { randomUUIDv7 } from 'node:crypto'
import { addDays, type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { ROLES } from '../rights/roles.js'
import { hashOf, newToken } from '../sessions/token.js'
import { transact } from '../storage/transact.js'
import { SCOPES, type Scope, scopesToGive } from './scopes.js'

export type MakeToken = {
  readonly authorityId: string
  /** Which program it is for. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** The last day on which it works, a year from now at most. */
  readonly lastDay: LocalDate
  readonly reason: string
}

export type MadeToken = {
  readonly id: string
  /** Told here and nowhere again. */
  readonly token: string
  readonly expiresAt: Date
}

export type MakeTokenRefusal = Refusal<'token.day' | 'token.role' | 'authority.dissolved'>

/** What a token begins with, so that one that lies about is recognised. */
const MARK = 'gongkai_'
const LONGEST_DAYS = 366

/**
 * Makes a token with which a program asks for an authority. It works as long as whoever made it administers that authority, and does only what its
 * maker may do there himself (`scopesToGive`).
 */
export async function makeToken(
  platform: Platform,
  actor: Actor,
  { authorityId, name, scopes, lastDay, reason }: MakeToken,
): Promise<Result<MadeToken, RightRefusal | MakeTokenRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allow(tx, actor, 'token.manage', authorityId)
    if (!allowed.ok) return allowed
    const own = scopesToGive(actor.holdings, authorityId)
    const other = scopes.find((scope) => !own.includes(scope))
    if (other) return notOwn(other)
    const day = today(platform)
    if (lastDay < day || lastDay > addDays(day, LONGEST_DAYS)) return DAY
    const { dissolved_on } = await tx
      .selectFrom('authority')
      .select('dissolved_on')
      .where('id', '=', authorityId)
      .executeTakeFirstOrThrow()
    if (dissolved_on !== null) return DISSOLVED
    const made = { id: randomUUIDv7(), token: MARK + newToken(), expiresAt: endOf(lastDay) }
    await tx
      .insertInto('api_token')
      .values({
        tenant_id: platform.tenantId,
        id: made.id,
        authority_id: authorityId,
        name,
        token_hash: hashOf(made.token),
        scopes: [...scopes],
        roles: [...new Set(scopes.map((scope) => SCOPES[scope].role))],
        made_by: actor.personId,
        made_at: platform.now(),
        expires_at: made.expiresAt,
        used_at: null,
        revoked_at: null,
      })
      .execute()
    record({
      as: allowed.value,
      name: 'tokenMade',
      subject: { kind: 'token', id: made.id },
      authorityId,
      reason,
      detail: { name, scopes, lastDay },
    })
    return ok(made)
  })
}

function notOwn(scope: Scope) {
  const { label, role } = SCOPES[scope]
  return refuse(
    'token.role',
    `范围“${label}”只能由本人在该机关担任${ROLES[role].label}的系统管理员给出，您现在没有担任。请去掉这项范围，或者请担任该职责的系统管理员制作。`,
  )
}

const DAY = refuse(
  'token.day',
  '令牌的最后一天应在今天以后、一年以内。请重新选择日期；到期前可以另做新的令牌替换。',
)
const DISSOLVED = refuse(
  'authority.dissolved',
  '该机关已经撤销，不能制作令牌。请选择承接其职能的机关。',
)

/** The end of a day in China. */
function endOf(day: LocalDate): Date {
  return new Date(`${day}T24:00:00+08:00`)
}
