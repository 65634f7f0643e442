import { citationText, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { erasureDetail } from '../records/erase-personal.js'
import { ERASURE_GROUNDS, type ErasureGround } from '../records/erasure-grounds.js'
import type { RightRefusal } from '../rights/allow.js'
import { allowOverPerson } from '../rights/allow-over-person.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { lockPerson, PERSON_NOT_FOUND, type PersonRefusal, personChanged } from './person.js'

export type ErasePerson = {
  readonly personId: string
  /** Of the person, as it was on screen. */
  readonly version: number
  /** The provision under which the data are erased. */
  readonly ground: ErasureGround
  readonly reason: string
}

/** What went with the person's own data: beside how many events about the person. */
export type PersonErased = { readonly events: number }

export type ErasePersonRefusal = RightRefusal | PersonRefusal | Refusal<'person.in-service'>

/**
 * 依规清除离任人员的个人信息: name, login, telephone, e-mail and the ways in of a person who holds nothing any more, and what stands beside the events about
 * the person. What the person did stays recorded under the id. Refused where something is held, or was in an authority that the actor does not administer.
 */
export async function erasePerson(
  platform: Platform,
  actor: Actor,
  { personId, version, ground, reason }: ErasePerson,
): Promise<Result<PersonErased, ErasePersonRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOverPerson(tx, actor, 'event.erase', personId, 'ever')
    if (!allowed.ok) return allowed
    const person = await lockPerson(tx, personId)
    if (!person) return PERSON_NOT_FOUND
    if (person.version !== version || person.state === 'erased') return personChanged(person)
    const at = platform.now()
    const under = citationText(ERASURE_GROUNDS[ground].under)
    const events = await erase(tx, personId, under, at)
    if (events === null) return IN_SERVICE
    record({
      ...allowed.value,
      name: 'personalDataErased',
      subject: { kind: 'person', id: personId },
      reason,
      detail: erasureDetail(under, at, events),
    })
    return ok({ events: events.length })
  })
}

const IN_SERVICE = refuse(
  'person.in-service',
  '该人员仍有职责或者代理，不能清除个人信息。确已离任的，请先移交工作、收回全部职责、终止代理。',
)

/** Beside which events something was erased; null where the person holds something, or the database does not allow it. */
async function erase(
  tx: Transaction<Schema>,
  personId: string,
  under: string,
  at: Date,
): Promise<readonly string[] | null> {
  const { rows } = await sql<{ events: string[] | null }>`
    select erase_person(${personId}, ${under}, ${at}) as events`.execute(tx)
  return rows[0]?.events ?? null
}
