import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { beginSession, type FromWhere, type SignedIn } from './begin-session.js'
import { proveSelf } from './prove-self.js'

export type SignIn = FromWhere & {
  readonly login: string
  readonly password: string
  /** Of the authenticator; null where none was typed. */
  readonly code: string | null
}

export type SignInRefusal = Refusal<'sign-in.failed'>

/**
 * Begins a session. Whatever was wrong, login, password, code, a blocked person or too many failures, the answer and its cost are the same;
 * with the last, the right password does not help before the wait is over. `failures` were tried since the person signed in last.
 */
export async function signIn(
  platform: Platform,
  { login, password, code, ...where }: SignIn,
): Promise<Result<SignedIn & { readonly failures: number }, SignInRefusal>> {
  const personId = (await personOfLogin(platform, login)) ?? randomUUIDv7()
  const proof = { password, code }
  const proved = await proveSelf(platform, personId, proof, async ({ failures, ...work }) => ({
    ...(await beginSession(work, platform, personId, where, { failures })),
    failures,
  }))
  return proved ? ok(proved) : FAILED
}

/** The same, whatever was wrong. */
export const FAILED = refuse(
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
