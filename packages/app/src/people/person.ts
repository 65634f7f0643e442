import { type LocalDate, type Refusal, refuse } from '@gongkai/law'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Role } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'

/** Invited: has not set a password yet. Blocked: does not sign in, keeps what is assigned. Erased: nothing of the person is known any more. */
export type PersonState = 'invited' | 'active' | 'blocked' | 'erased'

export type PersonRow = Selectable<Schema['person']>

/** A role in an authority from a day to a last day; null is without end. */
export type Assignment = {
  readonly id: string
  readonly authorityId: string
  readonly authorityName: string
  readonly role: Role
  readonly since: LocalDate
  readonly until: LocalDate | null
  /** Of the authority (内设机构), where it is said. */
  readonly section: string | null
  readonly version: number
}

export type PersonRefusal = Refusal<'person.not-found' | 'person.changed'>

export const PERSON_NOT_FOUND = refuse('person.not-found', '没有这个人员。请刷新后重新选择。')

/** A person, locked until the transaction ends; undefined where there is none. */
export function lockPerson(tx: Transaction<Schema>, id: string): Promise<PersonRow | undefined> {
  return tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Refuses what was asked of a person who has changed meanwhile; says how the person stands now. */
export function personChanged({ name, state }: PersonRow) {
  // The check of the column holds the same names.
  const now = STATE_WORDS[state as PersonState]
  return refuse(
    'person.changed',
    `${name}的信息刚被他人改动，现在的状态是“${now}”。请刷新后再办理。`,
  )
}

const STATE_WORDS: Readonly<Record<PersonState, string>> = {
  invited: '已邀请、尚未接受',
  active: '在用',
  blocked: '已停用',
  erased: '已依规清除',
}

/** What an authority is called now. */
export async function nameOf(tx: Transaction<Schema>, authorityId: string): Promise<string> {
  const { name } = await tx
    .selectFrom('authority')
    .select('name')
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
  return name
}

/** What a person is called. */
export async function personName(tx: Transaction<Schema>, personId: string): Promise<string> {
  const { name } = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return name
}

/** Two commands about one person, or one assignment, go one after the other. */
export async function queueFor(tx: Transaction<Schema>, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(3478, hashtext(${id}))`.execute(tx)
}
