import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Platform, today } from '../context.js'
import { personOfLink, useLink } from '../sessions/links.js'
import { homeOf, self } from '../sessions/self.js'
import { LINK_OVER, type LinkRefusal } from '../sessions/set-password.js'
import { transact } from '../storage/transact.js'
import { lockPerson } from './person.js'
import { type PersonWritten, writePerson } from './write-person.js'

/** 确认本人的新邮箱: whoever opened the link reads what is sent there, and from now on it is the address of the person. Refused where the link was used or has expired, or the person is not active. */
export async function confirmEmail(
  platform: Platform,
  { token }: { readonly token: string },
): Promise<Result<PersonWritten, LinkRefusal | Refusal<'person.unchanged'>>> {
  const personId = await personOfLink(platform, token)
  if (personId === null) return LINK_OVER
  return transact(platform, self(personId), async ({ tx, record }) => {
    const used = await useLink(tx, platform, token, 'email')
    const row = await lockPerson(tx, personId)
    if (!used || row?.state !== 'active') return LINK_OVER
    const { name, phone } = row
    const written = await writePerson(tx, row, { name, phone, email: used.email }, today(platform))
    if (!written.ok) return written
    const { former, ...told } = written.value
    record({
      ...told,
      as: null,
      name: 'ownContactChanged',
      subject: { kind: 'person', id: personId },
      authorityId: await homeOf(tx, personId),
    })
    return ok({ former })
  })
}
