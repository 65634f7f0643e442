import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { signOutEverywhere } from './end-sessions.js'
import type { PasswordRefusal } from './password-strength.js'
import { proveSelf } from './prove-self.js'
import { homeOf } from './self.js'
import { keepPassword, newHash } from './set-password.js'

export type ChangePassword = { readonly old: string; readonly password: string }

export type ProofRefusal = Refusal<'password.wrong'>

/** Changes the own password, which signs out everywhere. The old one is asked for; failures count as those of sign-in do. */
export async function changePassword(
  platform: Platform,
  actor: Actor,
  { old, password }: ChangePassword,
): Promise<Result<null, ProofRefusal | PasswordRefusal>> {
  const { personId } = actor
  const hash = await newHash(platform, personId, password)
  if (!hash.ok) return hash
  const proved = await proveSelf(platform, personId, { password: old }, async ({ tx, record }) => {
    await keepPassword(tx, platform, personId, hash.value)
    const ended = await signOutEverywhere(tx, platform, personId, 'passwordChanged')
    record({
      as: null,
      name: 'passwordChanged',
      subject: { kind: 'person', id: personId },
      authorityId: await homeOf(tx, personId),
      detail: { ended },
    })
    return true
  })
  return proved ? ok(null) : WRONG
}

export const WRONG = refuse(
  'password.wrong',
  '原密码不正确，或者因连续输错须等候。请核对后再试；忘记密码的，请退出后申请重设。',
)
