import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { ok } from '@gongkai/law'
import type { Actor, Holding } from '../../src/context.js'
import type { Role } from '../../src/rights/roles.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import type { TestServer } from '../support/servers.js'
import { TODAY } from './days.js'

/** A region with a tree of authorities: two branches, and two offices in the first. */
export type Tree = Region & {
  /** 石桥街道 and 青溪街道 stand below 云岭县民政局; 云岭县财政局 stands beside it. */
  readonly places: Readonly<Record<Place, string>>
}

/** Seen from the authority that something is done to. */
export type Place = 'own' | 'sibling' | 'parent' | 'foreign'

export async function newTree(server: TestServer): Promise<Tree> {
  const region = await newRegion(server)
  const root = region.founded.authorityId
  const parent = await addAuthority(region, '云岭县民政局', root)
  return {
    ...region,
    places: {
      parent,
      own: await addAuthority(region, '石桥街道办事处', parent),
      sibling: await addAuthority(region, '青溪街道办事处', parent),
      foreign: await addAuthority(region, '云岭县财政局', root),
    },
    async close() {
      await holdWithheld(region)
      await region.close()
    },
  }
}

/** Whatever a test did to requests: what is noted as withheld is what their decisions say. */
async function holdWithheld(region: Region): Promise<void> {
  const owner = await region.owner()
  const { rows } = await owner.query(`
    with noted as (select * from gongkai.withheld),
      reckoned as (select w.* from gongkai.tenant t
        cross join lateral gongkai.reckon_withheld(t.tenant_id, array(select id from gongkai.request)) w)
    (table noted except table reckoned) union all (table reckoned except table noted)`)
  assert.deepEqual(rows, [], 'what is withheld')
}

export async function addAuthority(
  { platform, administrator }: Region,
  name: string,
  parentId: string,
): Promise<string> {
  const id = randomUUIDv7()
  await transact(platform, administrator, async ({ tx }) => {
    const place = { tenant_id: platform.tenantId, id, parent_id: parentId }
    const row = { ...place, name, kind: 'department', level: 'county' }
    await tx.insertInto('authority').values(row).execute()
    return ok(null)
  })
  return id
}

export type Added = {
  readonly actor: Actor
  readonly personId: string
  readonly assignmentId: string
}

let added = 0

/** An active person who holds `role` in an authority since New Year; without a password. */
export async function addPerson(region: Region, role: Role, authorityId: string): Promise<Added> {
  const { actor, personId, assignmentIds } = await addHolder(region, [{ role, authorityId }])
  return { actor, personId, assignmentId: assignmentIds[0] ?? '' }
}

/** The same of a person who holds all of these. */
export async function addHolder(
  { platform, administrator }: Region,
  posts: readonly Pick<Holding, 'role' | 'authorityId'>[],
): Promise<Omit<Added, 'assignmentId'> & { readonly assignmentIds: readonly string[] }> {
  const number = ++added
  const personId = randomUUIDv7()
  const held = posts.map((post) => ({ ...post, id: randomUUIDv7() }))
  await transact(platform, administrator, async ({ tx }) => {
    const tenant_id = platform.tenantId
    const names = { login: `person${number}`, name: `人员${number}` }
    const person = { ...names, phone: null, email: null, state: 'active' }
    await tx
      .insertInto('person')
      .values({ tenant_id, id: personId, ...person })
      .execute()
    const ever = { tenant_id, person_id: personId, since: TODAY, until: null }
    await tx
      .insertInto('assignment')
      .values(
        held.map(({ id, role, authorityId }) => ({ ...ever, id, role, authority_id: authorityId })),
      )
      .execute()
    return ok(null)
  })
  const holdings = posts.map((post) => ({ ...post, onBehalfOf: null }))
  return { personId, assignmentIds: held.map(({ id }) => id), actor: { personId, holdings } }
}
