import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { type ProofRefusal, WRONG } from '../sessions/change-password.js'
import { proveSelf } from '../sessions/prove-self.js'
import { homeOf } from '../sessions/self.js'
import { lockPerson, PERSON_NOT_FOUND, type PersonRefusal, personChanged } from './person.js'
import { type PersonData, type PersonWritten, writePerson } from './write-person.js'

export type ChangeOwnContact = Omit<PersonData, 'name'> & {
  readonly password: string
  /** Of the person, as it was on screen. */
  readonly version: number
}

/** 更改本人联系方式: the own telephone and e-mail. The password is asked for, because a link to reset it goes to this address. */
export async function changeOwnContact(
  platform: Platform,
  actor: Actor,
  { password, version, ...contact }: ChangeOwnContact,
): Promise<Result<PersonWritten, ProofRefusal | PersonRefusal | Refusal<'person.unchanged'>>> {
  const { personId } = actor
  const done = await proveSelf(platform, personId, { password }, async ({ tx, record }) => {
    const row = await lockPerson(tx, personId)
    if (!row) return PERSON_NOT_FOUND
    if (row.version !== version) return personChanged(row)
    const written = await writePerson(tx, row, { ...contact, name: row.name }, today(platform))
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
  return done ?? WRONG
}
