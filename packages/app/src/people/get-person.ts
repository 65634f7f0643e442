import { type LocalDate, ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import {
  type Assignment,
  PERSON_NOT_FOUND,
  type PersonRefusal,
  type PersonState,
} from './person.js'

/** Somebody who stands in for somebody, in which assignment and when. */
type Deputation = {
  readonly id: string
  readonly assignmentId: string
  readonly personId: string
  readonly deputyId: string
  readonly since: LocalDate
  readonly until: LocalDate
}

export type Person = {
  readonly id: string
  readonly login: string
  readonly name: string
  /** Not told (`isContactTold`), it is null as where none is stated. */
  readonly phone: string | null
  readonly email: string | null
  readonly isContactTold: boolean
  readonly state: PersonState
  readonly version: number
  /** Past ones too, the latest first. */
  readonly assignments: readonly Assignment[]
  /** Present and coming ones, on either side. */
  readonly deputations: readonly Deputation[]
}

/**
 * One person, to the person and to those who see the people of an authority where the person is or was assigned. How to reach the person is told to whom
 * it concerns where the person is assigned now, or was, if nothing is held any more.
 */
export async function getPerson(
  platform: Platform,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<Result<Person, RightRefusal | PersonRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const row = await tx
      .selectFrom('person')
      .select(['id', 'login', 'name', 'phone', 'email', 'state', 'version'])
      .where('id', '=', personId)
      .executeTakeFirst()
    if (!row) return PERSON_NOT_FOUND
    const assignments = await assignmentsOf(tx, personId)
    const allowed = await maySee(tx, actor, personId, assignments)
    if (!allowed.ok) return allowed
    const deputations = await deputationsOf(tx, personId, today(platform))
    const isContactTold = await mayReach(tx, actor, personId, presentOf(assignments, platform))
    const contact = isContactTold ? {} : { phone: null, email: null }
    const state = row.state as PersonState
    return ok({ ...row, ...contact, isContactTold, state, assignments, deputations })
  })
}

function presentOf(assignments: readonly Assignment[], platform: Platform): readonly Assignment[] {
  const present = assignments.filter(({ until }) => until === null || until >= today(platform))
  return present.length > 0 ? present : assignments
}

async function mayReach(
  tx: Transaction<Schema>,
  actor: Actor,
  personId: string,
  assignments: readonly Assignment[],
): Promise<boolean> {
  if (personId === actor.personId) return true
  for (const { authorityId } of assignments) {
    if ((await allow(tx, actor, 'person.contact', authorityId)).ok) return true
  }
  return false
}

async function maySee(
  tx: Transaction<Schema>,
  actor: Actor,
  personId: string,
  assignments: readonly Assignment[],
): Promise<Result<unknown, RightRefusal | PersonRefusal>> {
  let found: Result<unknown, RightRefusal | PersonRefusal> =
    personId === actor.personId ? ok(null) : PERSON_NOT_FOUND
  for (const { authorityId } of assignments) {
    if (found.ok) break
    found = await allow(tx, actor, 'person.read', authorityId)
  }
  return found
}

async function assignmentsOf(
  tx: Transaction<Schema>,
  personId: string,
): Promise<readonly Assignment[]> {
  const { rows } = await sql<Assignment>`
    select a.id, a.authority_id as "authorityId", b.name as "authorityName", a.role, a.since, a.until, a.section, a.version
    from assignment a join authority b on b.tenant_id = a.tenant_id and b.id = a.authority_id
    where a.person_id = ${personId} order by a.since desc, a.id desc`.execute(tx)
  return rows
}

async function deputationsOf(
  tx: Transaction<Schema>,
  personId: string,
  day: LocalDate,
): Promise<readonly Deputation[]> {
  const { rows } = await sql<Deputation>`
    select d.id, a.id as "assignmentId", a.person_id as "personId", d.deputy_id as "deputyId", d.since, d.until
    from deputation d join assignment a on a.tenant_id = d.tenant_id and a.id = d.assignment_id
    where (d.deputy_id = ${personId} or a.person_id = ${personId}) and d.until >= ${day}
    order by d.since, d.id`.execute(tx)
  return rows
}
