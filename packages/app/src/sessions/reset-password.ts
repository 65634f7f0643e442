import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { notify } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import type { RightRefusal } from '../rights/allow.js'
import { allowOverPerson } from '../rights/allow-over-person.js'
import { transact } from '../storage/transact.js'
import { signOutEverywhere } from './end-sessions.js'
import { type Link, makeLink } from './links.js'
import type { PasswordRefusal } from './password-strength.js'
import { recordAsNobody } from './prove-self.js'
import { homeOf, self } from './self.js'
import { LINK_OVER, type LinkRefusal, setPasswordByLink } from './set-password.js'
import { personOfLogin } from './sign-in.js'

/** Nobody's mailbox is filled by strangers: a link that is asked for again within this time is not made. */
const PAUSE_MS = 10 * 60 * 1000

/** What is to be sent, and where; never shown to whoever asked. */
export type ResetMail = Link & { readonly email: string; readonly name: string }

/**
 * Asks for a link by which to set a new password. Whoever asks is told the same whether the login exists or not; the mail, null where
 * there is none to send (no such login, no address, not active, asked just before), goes out behind the answer.
 */
export async function askForReset(
  platform: Platform,
  { login }: { readonly login: string },
): Promise<{ readonly mail: ResetMail | null }> {
  const personId = await personOfLogin(platform, login)
  if (personId === null) return { mail: null }
  const { value: mail } = await transact(platform, self(personId), async ({ tx }) => {
    const person = await tx
      .selectFrom('person')
      .select(['email', 'name', 'state'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const recent = await tx
      .selectFrom('link')
      .select('expires_at')
      .where('person_id', '=', personId)
      .where('purpose', '=', 'reset')
      .where('made_by', 'is', null)
      .where('made_at', '>', new Date(platform.now().getTime() - PAUSE_MS))
      .executeTakeFirst()
    if (person.state !== 'active' || person.email === null || recent) return ok(null)
    const link = await makeLink(tx, platform, personId, 'reset', null)
    await recordAsNobody(tx, platform, {
      as: null,
      name: 'resetAsked',
      subject: { kind: 'person', id: personId },
      authorityId: await homeOf(tx, personId),
      detail: {},
    })
    return ok({ ...link, email: person.email, name: person.name })
  })
  return { mail }
}

/** A link by which a person who cannot sign in any more sets a new password, to be handed over in person. */
export async function makeResetLink(
  platform: Platform,
  actor: Actor,
  { personId, reason }: { readonly personId: string; readonly reason: string },
): Promise<Result<Link, RightRefusal | Refusal<'person.not-active'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOverPerson(tx, actor, 'person.reset', personId)
    if (!allowed.ok) return allowed
    const person = await tx
      .selectFrom('person')
      .select('state')
      .where('id', '=', personId)
      .executeTakeFirst()
    if (person?.state !== 'active') return NOT_ACTIVE
    const link = await makeLink(tx, platform, personId, 'reset', actor.personId)
    record({
      ...allowed.value,
      name: 'resetLinkMade',
      subject: { kind: 'person', id: personId },
      reason,
      detail: { expiresAt: link.expiresAt.toISOString() },
    })
    return ok(link)
  })
}

const NOT_ACTIVE = refuse(
  'person.not-active',
  '该人员尚未接受邀请或已停用，不能重设密码。请重新发送邀请，或先恢复该人员。',
)

/** Sets a new password by a link, which signs out everywhere and ends passkeys and the identity of the province; time codes end by an administrator's link alone. Refused where the link was used or has expired, or the person is not active. */
export async function resetPassword(
  platform: Platform,
  command: { readonly token: string; readonly password: string },
): Promise<Result<null, LinkRefusal | PasswordRefusal>> {
  return setPasswordByLink(platform, command, 'reset', async ({ tx, record }, link) => {
    const { personId, madeBy } = link
    const person = await tx
      .selectFrom('person')
      .select('state')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    if (person.state !== 'active') return LINK_OVER
    if (madeBy !== null) {
      const none = { totp: null, totp_step: null }
      await tx.updateTable('credential').set(none).where('person_id', '=', personId).execute()
    }
    // Whoever knew the password may have added them.
    await tx.deleteFrom('passkey').where('person_id', '=', personId).execute()
    await tx.deleteFrom('identity').where('person_id', '=', personId).execute()
    const ended = await signOutEverywhere(tx, platform, personId, 'passwordChanged')
    record({
      as: null,
      name: 'passwordReset',
      subject: { kind: 'person', id: personId },
      authorityId: await homeOf(tx, personId),
      detail: { ended, madeBy },
    })
    await notify(tx, personId, 'passwordChanged', { day: dayText(today(platform)) })
    return ok(null)
  })
}
