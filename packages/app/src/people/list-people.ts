import { ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { pinyinOf, typedPinyin } from '../names/pinyin.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Role } from '../rights/roles.js'
import { countUpTo } from '../storage/count-up-to.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { PersonState } from './person.js'

export type ListPeople = {
  /** Those who hold something here or below, today or later. */
  readonly authorityId: string
  /** A part of name, login, or the name's pinyin or its initials; null for all. */
  readonly search: string | null
  /** Where the page before ended; null for the first. */
  readonly after: PeopleCursor | null
  /** People on a page. */
  readonly limit: number
  /** Whether all that are asked for are counted too. */
  readonly total?: boolean
}

export type PeopleCursor = { readonly name: string; readonly id: string }

type ListedPerson = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly state: PersonState
  readonly assignments: readonly {
    readonly role: Role
    readonly authorityId: string
    readonly authorityName: string
  }[]
}

export type PeoplePage = {
  readonly people: readonly ListedPerson[]
  /** Null where this is the last. */
  readonly next: PeopleCursor | null
  /** How many there are, as `countUpTo` counts; null where it was not asked for. */
  readonly total: number | null
}

/** The people of an authority and of those below, by name, a page at a time. */
export async function listPeople(
  platform: Platform,
  actor: Actor,
  { authorityId, search, after, limit, total }: ListPeople,
): Promise<Result<PeoplePage, RightRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'person.read', authorityId)
    if (!allowed.ok) return allowed
    const part = `%${(search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`
    // One more than asked for tells whether there is another page.
    // Materialised: a small authority of a large region costs what it holds, and not a walk along all names.
    const held = sql`with held as materialized (
        select a.person_id, a.role, a.authority_id, a.since, a.id from assignment a
        where a.tenant_id = ${platform.tenantId} and (a.until is null or a.until >= current_day())
          and a.authority_id = any (array(select id from authority where path @> array[${authorityId}::uuid])))`
    const sounding = search === null ? [] : await soundingLike(tx, search, held)
    const matching = sql`from person p where p.tenant_id = ${platform.tenantId} and p.id in (select person_id from held)
          and (p.name like ${part} or p.login like ${part} or p.id = any (${sounding}::uuid[]))`
    const { rows } = await sql<ListedPerson>`
      ${held}, page as (
        select p.id, p.login, p.name, p.state ${matching}
          and (p.name, p.id) > (${after?.name ?? ''}, ${after?.id ?? NIL}::uuid)
        order by p.name, p.id limit ${limit + 1})
      select page.id, page.login, page.name, page.state,
        json_agg(json_build_object('role', held.role, 'authorityId', b.id, 'authorityName', b.name)
          order by held.since, held.id) as assignments
      from page join held on held.person_id = page.id join authority b on b.id = held.authority_id
      group by page.id, page.login, page.name, page.state order by page.name, page.id`.execute(tx)
    const people = rows.slice(0, limit)
    const last = rows.length > limit ? people.at(-1) : undefined
    return ok({
      people,
      next: last ? { name: last.name, id: last.id } : null,
      total: total ? await countUpTo(tx, sql`${held} select ${matching}`) : null,
    })
  })
}

/** Whose names sound as what was typed: the names of all who are here are read, as they are for the list itself. */
async function soundingLike(
  tx: Transaction<Schema>,
  search: string,
  held: RawBuilder<unknown>,
): Promise<readonly string[]> {
  const typed = typedPinyin(search)
  if (typed === null) return []
  const { rows } = await sql<{ id: string; name: string }>`
    ${held} select p.id, p.name from person p where p.tenant_id = current_tenant() and p.id in (select person_id from held)`.execute(
    tx,
  )
  return rows.filter(({ name }) => pinyinOf(name).includes(typed)).map(({ id }) => id)
}

const NIL = '00000000-0000-0000-0000-000000000000'
