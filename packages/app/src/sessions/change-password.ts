import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { notify } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import type { Schema } from '../storage/schema.js'
import { signOutEverywhere } from './end-sessions.js'
import { type PasswordRefusal, SAME_AS_BEFORE } from './password-strength.js'
import { proveSelf } from './prove-self.js'
import { homeOf } from './self.js'
import { keepPassword, newHash } from './set-password.js'

export type ChangePassword = { readonly old: string; readonly password: string }

export type ProofRefusal = Refusal<'password.wrong'>

/** Changes the own password, which signs out everywhere; passkeys and the identity of the province stay, and the notice says how many. The old one is asked for; failures count as those of sign-in do. */
export async function changePassword(
  platform: Platform,
  actor: Actor,
  { old, password }: ChangePassword,
): Promise<Result<null, ProofRefusal | PasswordRefusal>> {
  const { personId } = actor
  // Both were typed just now: that they are the same says nothing of the password that is kept.
  if (old.normalize('NFKC') === password.normalize('NFKC')) return SAME_AS_BEFORE
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
    const day = dayText(today(platform))
    const count = await otherWays(tx, personId)
    await (count === 0
      ? notify(tx, personId, 'passwordChanged', { day })
      : notify(tx, personId, 'passwordChangedWaysStay', { day, count: `${count}` }))
    return true
  })
  return proved ? ok(null) : WRONG
}

/** How many passkeys and identities open the account beside its password. */
async function otherWays(tx: Transaction<Schema>, personId: string): Promise<number> {
  const of = (table: 'passkey' | 'identity') =>
    tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('n'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  return Number((await of('passkey')).n) + Number((await of('identity')).n)
}

export const WRONG = refuse(
  'password.wrong',
  '原密码不正确，或者因连续输错须等候。请核对后再试；忘记密码的，请退出后申请重设。',
)
