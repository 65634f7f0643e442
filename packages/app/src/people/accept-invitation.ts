import { ok, type Result } from '@gongkai/law'
import type { Platform } from '../context.js'
import type { PasswordRefusal } from '../sessions/password-strength.js'
import { homeOf } from '../sessions/self.js'
import { LINK_OVER, type LinkRefusal, setPasswordByLink } from '../sessions/set-password.js'

/** Accepts an invitation: sets the password and makes the person active, who then signs in. Refused where the link was used or has expired. */
export async function acceptInvitation(
  platform: Platform,
  command: { readonly token: string; readonly password: string },
): Promise<Result<{ readonly login: string }, LinkRefusal | PasswordRefusal>> {
  return setPasswordByLink(platform, command, 'invitation', async ({ tx, record }, link) => {
    const person = await tx
      .updateTable('person')
      .set(({ eb }) => ({ state: 'active', version: eb('version', '+', 1) }))
      .where('id', '=', link.personId)
      .where('state', '=', 'invited')
      .returning('login')
      .executeTakeFirst()
    if (!person) return LINK_OVER
    record({
      as: null,
      name: 'invitationAccepted',
      subject: { kind: 'person', id: link.personId },
      authorityId: await homeOf(tx, link.personId),
      detail: { invitedBy: link.madeBy },
    })
    return ok({ login: person.login })
  })
}
