import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { proveSelf } from './prove-self.js'
import { homeOf } from './self.js'
import { sessionEnd } from './session-time.js'
import { hashOf, newToken } from './token.js'

export type SignIn = {
  readonly login: string
  readonly password: string
  /** Of the authenticator; null where none was typed. */
  readonly code: string | null
  /** Network address and browser, as the list of sessions shows them. */
  readonly address: string | null
  readonly agent: string | null
}

export type SignedIn = {
  /** For the browser alone; it is not kept. */
  readonly token: string
  readonly personId: string
  /** Failed tries since the person signed in last. */
  readonly failures: number
}

/**
 * Begins a session. Whatever was wrong, login, password, code, a blocked person or too many failures, the answer and its cost are the same;
 * with the last, the right password does not help before the wait is over.
 */
export async function signIn(
  platform: Platform,
  { login, password, code, address, agent }: SignIn,
): Promise<Result<SignedIn, Refusal<'sign-in.failed'>>> {
  const personId = (await personOfLogin(platform, login)) ?? randomUUIDv7()
  const token = newToken()
  const proved = await proveSelf(
    platform,
    personId,
    { password, code },
    async ({ tx, record, failures }) => {
      const id = randomUUIDv7()
      const at = platform.now()
      await tx
        .insertInto('session')
        .values({
          tenant_id: platform.tenantId,
          id,
          token_hash: hashOf(token),
          person_id: personId,
          created_at: at,
          seen_at: at,
          expires_at: sessionEnd(at),
          ended_at: null,
          ended_why: null,
          address,
          agent,
        })
        .execute()
      record({
        as: null,
        name: 'signedIn',
        subject: { kind: 'session', id },
        authorityId: await homeOf(tx, personId),
        detail: { failures },
      })
      return { token, personId, failures }
    },
  )
  return proved ? ok(proved) : FAILED
}

const FAILED = refuse(
  'sign-in.failed',
  '登录未成功。请核对登录名、密码和验证码；连续输错多次的，须等候一段时间再试。忘记密码的，请申请重设。',
)

/** The person of a login in use; null where there is none. */
export async function personOfLogin(platform: Platform, login: string): Promise<string | null> {
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ id: string | null }>`
      select person_of_login(${login}) as id`.execute(tx)
    return ok(rows[0]?.id ?? null)
  })
  return value
}
