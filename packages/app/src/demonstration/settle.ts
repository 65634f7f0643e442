import { randomUUIDv7 } from 'node:crypto'
import { ok } from '@gongkai/law'
import { insertAuthority } from '../authorities/add-authority.js'
import { detailsOf } from '../authorities/details.js'
import { lockRegister } from '../authorities/register.js'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import { recordGiven } from '../people/give-assignment.js'
import { homeOf, self } from '../sessions/self.js'
import { keepPassword } from '../sessions/set-password.js'
import { transact, type Work } from '../storage/transact.js'
import type { InventedPerson } from './people.js'
import { GOVERNMENT, type InventedAuthority } from './tree.js'

/** What the government and its administrator are known by. */
export type Seat = { readonly authorityId: string; readonly actor: Actor; readonly as: Holding }

/** Adds the authorities below the government; the ids by name, the government's with them. */
export async function settleAuthorities(
  platform: Platform,
  { authorityId, actor, as }: Seat,
  authorities: readonly InventedAuthority[],
): Promise<ReadonlyMap<string, string>> {
  const { value } = await transact(platform, actor, async ({ tx, record }) => {
    await lockRegister(tx, platform)
    const ids = new Map([[GOVERNMENT, authorityId]])
    for (const { name, shortName, parent, kind, level } of authorities) {
      const parentId = ids.get(parent ?? GOVERNMENT) ?? authorityId
      const details = { name, shortName, kind, level }
      const added = await insertAuthority(tx, platform, { parentId, details })
      if (!added.ok) throw new Error(added.refusal.message)
      const { id } = added.value
      ids.set(name, id)
      record({
        as,
        name: 'authorityAdded',
        subject: { kind: 'authority', id },
        authorityId: id,
        detail: { parentId, details: detailsOf(added.value), series: [] },
      })
    }
    return ok(ids)
  })
  return value
}

/** Adds everybody but the administrator, who is there; all sign in with the same password. The actors by login. */
export async function settlePeople(
  platform: Platform,
  seat: Seat,
  ids: ReadonlyMap<string, string>,
  people: readonly InventedPerson[],
  passwordHash: string,
): Promise<ReadonlyMap<string, Actor>> {
  const { value } = await transact(platform, seat.actor, async (work) => {
    const actors = new Map<string, Actor>()
    for (const person of people.slice(1)) {
      actors.set(person.login, await addPerson(work, platform, seat.as, ids, person))
    }
    return ok(actors)
  })
  for (const { personId } of value.values()) await accept(platform, personId, passwordHash)
  return value
}

async function addPerson(
  work: Work,
  platform: Platform,
  as: Holding,
  ids: ReadonlyMap<string, string>,
  { login, name, role, places }: InventedPerson,
): Promise<Actor> {
  const { tenantId } = platform
  const personId = randomUUIDv7()
  const held = places.map((place) => ({ authorityId: ids.get(place) ?? '', id: randomUUIDv7() }))
  const row = { login, name, phone: null, email: null }
  await work.tx
    .insertInto('person')
    .values({ tenant_id: tenantId, id: personId, state: 'invited', ...row })
    .execute()
  const since = today(platform)
  await work.tx
    .insertInto('assignment')
    .values(
      held.map(({ authorityId, id }) => ({
        ...{ tenant_id: tenantId, id, person_id: personId, authority_id: authorityId },
        ...{ role, since, until: null },
      })),
    )
    .execute()
  work.record({
    as,
    name: 'personInvited',
    subject: { kind: 'person', id: personId },
    authorityId: held[0]?.authorityId ?? null,
    detail: {},
    personal: row,
  })
  for (const { authorityId, id } of held) {
    recordGiven(work, as, { personId, authorityId, role, since, assignmentId: id }, '邀请')
  }
  const holdings = held.map(({ authorityId }) => ({ role, authorityId, onBehalfOf: null }))
  return { personId, holdings }
}

async function accept(platform: Platform, personId: string, hash: string): Promise<void> {
  await transact(platform, self(personId), async ({ tx, record }) => {
    await keepPassword(tx, platform, personId, hash)
    await tx
      .updateTable('person')
      .set(({ eb }) => ({ state: 'active', version: eb('version', '+', 1) }))
      .where('id', '=', personId)
      .execute()
    record({
      as: null,
      name: 'invitationAccepted',
      subject: { kind: 'person', id: personId },
      authorityId: await homeOf(tx, personId),
      detail: {},
    })
    return ok(null)
  })
}
