import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { type Action, RIGHTS, type Right } from './rights.js'
import { ROLES } from './roles.js'

export type RightRefusal = Refusal<'right.missing' | 'authority.not-found'>

/** There is no such authority in the region. */
export const NO_AUTHORITY = refuse(
  'authority.not-found',
  '没有这个机关，可能已被更正。请刷新后重新选择。',
)

/** Where an authority stands: what a right over it is decided by. */
export type Standing = {
  /** The ids from the root down to it, itself included. */
  readonly path: readonly string[]
  /** The same of the existing authority that carries on what a dissolved one left unfinished. */
  readonly carrierPath?: readonly string[] | null
}

/** What `actor` holds that allows `action` on an authority, for the record of what is done; refused where nothing does. */
export async function allow(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  authorityId: string,
): Promise<Result<Holding, RightRefusal>> {
  const found = await standingOf(tx, authorityId)
  return found ? allowAt(actor, action, found) : NO_AUTHORITY
}

/** Where the authority stands; undefined where the region has none of this id. */
export function standingOf(tx: Transaction<Schema>, id: string): Promise<Standing | undefined> {
  return tx
    .selectFrom('authority as a')
    .leftJoin('authority as c', (join) =>
      join.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.id', '=', 'a.carrier_id'),
    )
    .select(['a.path', 'c.path as carrierPath'])
    .where('a.id', '=', id)
    .executeTakeFirst()
}

/** The same for an authority of which it is known where it stands. */
export function allowAt(
  actor: Actor,
  action: Action,
  standing: Standing,
): Result<Holding, Refusal<'right.missing'>> {
  const right: Right = RIGHTS[action]
  const holding = actor.holdings.find(
    (one) =>
      right.roles.includes(one.role) &&
      (one.actions?.includes(action) ?? true) &&
      reaches(right, one, standing),
  )
  return holding ? ok(holding) : missing(right)
}

/**
 * Who works in an authority, or oversees it, does so in what it carries on. What is administered exists: an administrator carries nothing on.
 * `authorities_as` and `authorities_below` say the same.
 */
function reaches(
  { reach }: Right,
  { authorityId, role }: Holding,
  { path, carrierPath }: Standing,
): boolean {
  const places = role === 'administrator' ? [path] : [path, carrierPath ?? []]
  return places.some((one) =>
    reach === 'own' ? authorityId === one.at(-1) : one.includes(authorityId),
  )
}

function missing({ label, roles, reach }: Right) {
  const names = roles.map((role) => ROLES[role].label).join('、')
  const where = reach === 'own' ? '本机关' : '本机关或其上级机关'
  return refuse(
    'right.missing',
    `您没有“${label}”的权限，这项工作由${where}的${names}办理。需要办理的，请与其联系。`,
  )
}
