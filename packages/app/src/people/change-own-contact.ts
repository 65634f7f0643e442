import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { type ProofRefusal, WRONG } from '../sessions/change-password.js'
import { endLinks, type Link, makeLink } from '../sessions/links.js'
import { proveSelf } from '../sessions/prove-self.js'
import { homeOf } from '../sessions/self.js'
import { lockPerson, PERSON_NOT_FOUND, type PersonRefusal, personChanged } from './person.js'
import { type PersonData, type PersonWritten, writePerson } from './write-person.js'

export type ChangeOwnContact = Omit<PersonData, 'name'> & {
  readonly password: string
  /** Of the person, as it was on screen. */
  readonly version: number
}

/** What is to be mailed to the new address; null where there is none to confirm. */
export type OwnContactChanged = PersonWritten & {
  readonly confirm: (Link & { readonly name: string; readonly email: string }) | null
}

type ContactRefusal = ProofRefusal | PersonRefusal | Refusal<'person.unchanged'>

/**
 * 更改本人联系方式: the own telephone and e-mail. The password is asked for, because a link to reset it goes to this address; and a new address is that of
 * the person only once the link that is mailed there was opened (`confirmEmail`).
 */
export async function changeOwnContact(
  platform: Platform,
  actor: Actor,
  { password, version, phone, email }: ChangeOwnContact,
): Promise<Result<OwnContactChanged, ContactRefusal>> {
  const { personId } = actor
  const done = await proveSelf(platform, personId, { password }, async (work) => {
    const { tx, record } = work
    const row = await lockPerson(tx, personId)
    if (!row) return PERSON_NOT_FOUND
    if (row.version !== version) return personChanged(row)
    const asked = email !== row.email ? email : null
    const now = { name: row.name, phone, email: asked === null ? email : row.email }
    const written = await writePerson(tx, row, now, today(platform))
    if (!written.ok && asked === null) return written
    const own = { as: null, subject: { kind: 'person', id: personId } }
    const authorityId = await homeOf(tx, personId)
    const { former, ...told } = written.ok ? written.value : { former: null, detail: null }
    if (told.detail) record({ ...own, ...told, name: 'ownContactChanged', authorityId })
    if (asked === null) return ok({ former, confirm: null })
    await endLinks(tx, platform.now(), personId, 'email')
    const link = await makeLink(tx, platform, personId, 'email', null, asked)
    const event = { detail: {}, personal: { asked } }
    record({ ...own, ...event, name: 'ownEmailAsked', authorityId })
    return ok({ former, confirm: { ...link, name: row.name, email: asked } })
  })
  return done ?? WRONG
}
