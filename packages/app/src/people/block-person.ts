import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { allowOverPerson } from '../rights/allow-over-person.js'
import { signOutEverywhere } from '../sessions/end-sessions.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { isLastAdministrator, LAST_ADMINISTRATOR } from './last-administrator.js'
import { lockPerson, PERSON_NOT_FOUND, type PersonRefusal, personChanged } from './person.js'

export type BlockPerson = {
  readonly personId: string
  /** Of the person, as it was on screen. */
  readonly version: number
  readonly reason: string
}

export type BlockRefusal =
  | RightRefusal
  | PersonRefusal
  | Refusal<'person.self' | 'assignment.last-administrator'>

/** Blocks a person, who is signed out everywhere and does not sign in any more; what is assigned stays, but nobody acts on it, no deputy either. Nobody blocks himself. */
export async function blockPerson(
  platform: Platform,
  actor: Actor,
  command: BlockPerson,
): Promise<Result<null, BlockRefusal>> {
  if (command.personId === actor.personId) return SELF
  return change(platform, actor, command, 'blocked', 'personBlocked')
}

/** Lets a blocked person sign in again. Who never set a password is given a link to do so. */
export async function unblockPerson(
  platform: Platform,
  actor: Actor,
  command: BlockPerson,
): Promise<Result<null, BlockRefusal>> {
  return change(platform, actor, command, 'active', 'personUnblocked')
}

const SELF = refuse('person.self', '不能停用自己。确需停用的，请由另一名系统管理员办理。')

async function change(
  platform: Platform,
  actor: Actor,
  { personId, version, reason }: BlockPerson,
  state: 'active' | 'blocked',
  name: string,
): Promise<Result<null, BlockRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOverPerson(tx, actor, 'person.block', personId)
    if (!allowed.ok) return allowed
    const person = await lockPerson(tx, personId)
    if (!person) return PERSON_NOT_FOUND
    const isDone =
      person.state === 'erased' || (person.state === 'blocked') === (state === 'blocked')
    if (person.version !== version || isDone) return personChanged(person)
    if (state === 'blocked' && (await isLast(tx, personId))) return LAST_ADMINISTRATOR
    await tx
      .updateTable('person')
      .set({ state, version: version + 1 })
      .where('id', '=', personId)
      .execute()
    const ended = await signOutEverywhere(tx, platform, personId, 'blocked')
    record({
      ...allowed.value,
      name,
      subject: { kind: 'person', id: personId },
      reason,
      detail: { before: person.state, after: state, ended },
    })
    return ok(null)
  })
}

/** A deputy of the last administrator must not block that very person. */
async function isLast(tx: Transaction<Schema>, personId: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('assignment')
    .select('id')
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .execute()
  return isLastAdministrator(
    tx,
    personId,
    rows.map(({ id }) => id),
  )
}
