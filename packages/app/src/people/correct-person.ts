import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { type NameRefusal, refuseNames, tidyName } from '../names/tidy-name.js'
import type { RightRefusal } from '../rights/allow.js'
import { allowOverPerson } from '../rights/allow-over-person.js'
import { transact } from '../storage/transact.js'
import { lockPerson, PERSON_NOT_FOUND, type PersonRefusal, personChanged } from './person.js'
import { type PersonData, type PersonWritten, writePerson } from './write-person.js'

export type CorrectPerson = PersonData & {
  readonly personId: string
  /** Of the person, as it was on screen. */
  readonly version: number
  readonly reason: string
}

export type CorrectRefusal =
  | RightRefusal
  | PersonRefusal
  | NameRefusal
  | Refusal<'person.unchanged'>

/** 更正人员信息: puts name, telephone and e-mail of a person right (Personal Information Protection Law, Article 46). What stood before and stands now is personal data beside the event. */
export async function correctPerson(
  platform: Platform,
  actor: Actor,
  { personId, version, reason, ...data }: CorrectPerson,
): Promise<Result<PersonWritten, CorrectRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOverPerson(tx, actor, 'person.correct', personId)
    if (!allowed.ok) return allowed
    const row = await lockPerson(tx, personId)
    if (!row) return PERSON_NOT_FOUND
    if (row.version !== version || row.state === 'erased') return personChanged(row)
    const name = tidyName(data.name)
    const wrong = refuseNames([['姓名', name]])
    if (wrong) return wrong
    const written = await writePerson(tx, row, { ...data, name }, today(platform))
    if (!written.ok) return written
    const { former, ...told } = written.value
    record({
      ...allowed.value,
      ...told,
      name: 'personCorrected',
      subject: { kind: 'person', id: personId },
      reason,
    })
    return ok({ former })
  })
}
