import { ok } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Holding, Platform } from '../context.js'
import { withCarried } from '../rights/carried.js'
import { type Action, type Reach, RIGHTS, type Right } from '../rights/rights.js'
import { ROLES } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { ActiveSession } from './actor-of-session.js'

/** What a person who is signed in is told: who that is, what is held today, and what that allows. */
export type Me = {
  readonly person: {
    readonly id: string
    readonly login: string
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
    readonly version: number
  }
  /** Its name, and whether it was invented to be looked at. */
  readonly region: { readonly name: string; readonly demonstration: boolean }
  readonly holdings: readonly NamedHolding[]
  readonly rights: readonly HeldRight[]
  /** Whether time codes are asked for at sign-in. */
  readonly timeCodes: boolean
}

type NamedHolding = Omit<Holding, 'onBehalfOf'> & {
  readonly label: string
  readonly authorityName: string
  readonly onBehalfOf: { readonly id: string; readonly name: string } | null
}

type HeldRight = {
  readonly action: Action
  readonly authorityId: string
  readonly reach: Reach
}

/** Who is signed in with this session. */
export async function readMe(platform: Platform, { actor }: ActiveSession): Promise<Me> {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'login', 'name', 'email', 'phone', 'version'])
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    const region = await tx
      .selectFrom('tenant')
      .select(['name', 'demonstration'])
      .executeTakeFirstOrThrow()
    const credential = await tx
      .selectFrom('credential')
      .select('totp_step')
      .where('person_id', '=', actor.personId)
      .executeTakeFirst()
    const holdings = await named(tx, actor.holdings)
    const reach = await withCarried(tx, actor.holdings)
    const timeCodes = (credential?.totp_step ?? null) !== null
    return ok({ person, region, holdings, rights: rightsOf(reach), timeCodes })
  })
  return value
}

async function named(
  tx: Transaction<Schema>,
  holdings: readonly Holding[],
): Promise<readonly NamedHolding[]> {
  const authorities = await namesOf(
    tx,
    'authority',
    holdings.map(({ authorityId }) => authorityId),
  )
  const absent = await namesOf(
    tx,
    'person',
    holdings.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  )
  return holdings.map(({ role, authorityId, onBehalfOf }) => ({
    role,
    label: ROLES[role].label,
    authorityId,
    authorityName: authorities.get(authorityId) ?? '',
    onBehalfOf: onBehalfOf === null ? null : { id: onBehalfOf, name: absent.get(onBehalfOf) ?? '' },
  }))
}

async function namesOf(
  tx: Transaction<Schema>,
  table: 'authority' | 'person',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function rightsOf(holdings: readonly Holding[]): readonly HeldRight[] {
  const rows = Object.entries(RIGHTS) as [Action, Right][]
  return rows.flatMap(([action, { roles, reach }]) => {
    const held = holdings.filter(({ role }) => roles.includes(role))
    const places = new Set(held.map(({ authorityId }) => authorityId))
    return [...places].map((authorityId) => ({ action, authorityId, reach }))
  })
}
