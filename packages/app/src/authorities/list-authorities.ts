import { ok, type Refusal, type Result } from '@gongkai/law'
import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { NO_AUTHORITY } from '../rights/allow.js'
import { countUpTo } from '../storage/count-up-to.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { AuthorityKind, AuthorityLevel } from './authority.js'
import { named } from './named.js'

export type AuthorityQuery = {
  /** Only what is below this authority: directly, or all of it. */
  readonly below?: { readonly authorityId: string; readonly isDirect: boolean }
  /** Part of a name, present or former, or the whole credit code. */
  readonly search?: string
  readonly kind?: AuthorityKind
  readonly level?: AuthorityLevel
  readonly state?: 'existing' | 'dissolved'
  /** `next` of the page before. */
  readonly after?: string
  /** Lines of a page. */
  readonly limit: number
  /** Whether all that are asked for are counted too. */
  readonly total?: boolean
}

/** An authority in the list. */
export type AuthorityLine = {
  readonly id: string
  readonly parentId: string | null
  /** How deep it stands: the root is 1. */
  readonly depth: number
  readonly name: string
  readonly shortName: string | null
  readonly kind: AuthorityKind
  readonly level: AuthorityLevel
  readonly creditCode: string | null
  readonly dissolvedOn: string | null
  /** Existing authorities directly below. */
  readonly subordinates: number
  readonly version: number
}

export type AuthorityPage = {
  readonly lines: readonly AuthorityLine[]
  /** Where the next page begins; null where there is none. */
  readonly next: string | null
  /** How many there are, as `countUpTo` counts; null where it was not asked for. */
  readonly total: number | null
}

/** A page of the tree, each authority before those below it, siblings in the order of their registration; for everybody. */
export async function listAuthorities(
  platform: Platform,
  actor: Actor | null,
  query: AuthorityQuery,
): Promise<Result<AuthorityPage, Refusal<'authority.not-found'>>> {
  return transact(platform, actor, async ({ tx }) => {
    const { below, limit } = query
    const top =
      below &&
      (await tx
        .selectFrom('authority')
        .select('place')
        .where('id', '=', below.authorityId)
        .executeTakeFirst())
    if (below && !top) return NO_AUTHORITY
    const search = query.search?.trim()
    const found = search ? await searched(tx, search) : null
    const { rows } = await pageOf(platform.tenantId, query, top?.place ?? null, found).execute(tx)
    const page = rows.slice(0, limit)
    const next = rows.length > limit ? (page.at(-1)?.place ?? null) : null
    const all = sql`select ${matching(platform.tenantId, { ...query, after: '' }, top?.place ?? null, found)}`
    const total = query.total ? await countUpTo(tx, all) : null
    return ok({ lines: page.map(({ place: _, ...line }) => line), next, total })
  })
}

/** The lines of a page and one more, which tells whether there is another; `top` is the place of `below`, `found` the condition of `search`. */
export function pageOf(
  tenantId: string,
  query: AuthorityQuery,
  top: string | null,
  found: RawBuilder<SqlBool> | null = null,
): RawBuilder<AuthorityLine & { readonly place: string }> {
  return sql`select id, parent_id as "parentId", cardinality(path) as depth, name, short_name as "shortName", kind, level,
      credit_code as "creditCode", dissolved_on as "dissolvedOn", version, place,
      (select count(*) from authority b
        where b.tenant_id = a.tenant_id and b.parent_id = a.id and b.dissolved_on is null) as subordinates
    ${matching(tenantId, query, top, found)} order by place limit ${query.limit + 1}`
}

function matching(
  tenantId: string,
  query: AuthorityQuery,
  top: string | null,
  found: RawBuilder<SqlBool> | null,
): RawBuilder<unknown> {
  const wanted = [...conditions(query, top), ...(found ? [found] : [])].map(
    (one) => sql` and ${one}`,
  )
  return sql`from authority a where tenant_id = ${tenantId}${sql.join(wanted, sql``)}`
}

function conditions(
  { below, kind, level, state, after }: AuthorityQuery,
  top: string | null,
): readonly RawBuilder<SqlBool>[] {
  return [
    ...(kind ? [sql<SqlBool>`kind = ${kind}`] : []),
    ...(level ? [sql<SqlBool>`level = ${level}`] : []),
    ...(state ? [sql<SqlBool>`(dissolved_on is null) = ${state === 'existing'}`] : []),
    ...(after ? [sql<SqlBool>`place > ${after}`] : []),
    // What is below begins with the place and a stroke; `0` is the character after the stroke.
    ...(top ? [sql<SqlBool>`place > ${`${top}/`} and place < ${`${top}0`}`] : []),
    ...(below?.isDirect ? [sql<SqlBool>`parent_id = ${below.authorityId}`] : []),
  ]
}

/** No name looks like a code. */
const CODE = /^[0-9A-Z]{18}$/

async function searched(tx: Transaction<Schema>, text: string): Promise<RawBuilder<SqlBool>> {
  return CODE.test(text) ? sql<SqlBool>`credit_code = ${text}` : named(tx, text)
}
