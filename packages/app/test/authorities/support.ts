import { randomUUIDv7 } from 'node:crypto'
import { localDate, ok, type Result } from '@gongkai/law'
import { addAuthority } from '../../src/authorities/add-authority.js'
import type { Authority, NewAuthority } from '../../src/authorities/authority.js'
import type { Actor } from '../../src/context.js'
import type { Role } from '../../src/rights/roles.js'
import { transact } from '../../src/storage/transact.js'
import type { Region } from '../support/platform.js'

/** The last day on which something can be told to have happened in the tests. */
export const TODAY = localDate('2026-01-05')

/** Adds a department below `parentId`, the government of the region where none is given. */
export async function added(
  region: Region,
  name: string,
  parentId = region.founded.authorityId,
  details: Partial<NewAuthority> = {},
): Promise<Authority> {
  const given = { name, kind: 'department', level: 'county', ...details } as const
  const { platform, administrator } = region
  return value(await addAuthority(platform, administrator, { parentId, details: given }))
}

/** The value of what was not refused. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

/** The code of a refusal; null where nothing was refused. */
export function code(result: Result<unknown>): string | null {
  return result.ok ? null : result.refusal.code
}

/** A person with one role in one authority. */
export async function holder(region: Region, role: Role, authorityId: string): Promise<Actor> {
  const { platform, administrator, founded } = region
  const personId = randomUUIDv7()
  const { tenantId } = founded
  await transact(platform, administrator, async ({ tx }) => {
    const person = { id: personId, login: personId, name: '测试人员', state: 'active' }
    await tx
      .insertInto('person')
      .values({ ...person, tenant_id: tenantId, phone: null, email: null })
      .execute()
    await tx
      .insertInto('assignment')
      .values({
        tenant_id: tenantId,
        id: randomUUIDv7(),
        person_id: personId,
        authority_id: authorityId,
        role,
        since: localDate('2026-01-01'),
        until: null,
      })
      .execute()
    return ok(null)
  })
  return { personId, holdings: [{ role, authorityId, onBehalfOf: null }] }
}

/** The names of all events but that of the founding, in their order. */
export async function eventsOf(region: Region) {
  const { platform, administrator } = region
  return value(
    await transact(platform, administrator, async ({ tx }) => {
      const rows = await tx
        .selectFrom('event')
        .select(['name', 'subject_id', 'authority_id', 'role', 'reason', 'detail'])
        .where('name', '<>', 'regionFounded')
        .orderBy('seq')
        .execute()
      return ok(rows)
    }),
  )
}

/** Numbers that are the same in each run: a linear congruential generator, below `limit`. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}
