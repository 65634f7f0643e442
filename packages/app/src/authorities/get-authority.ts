import { type LocalDate, ok, type Refusal, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { NO_AUTHORITY } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { Authority } from './authority.js'
import type { ChangeKind } from './history.js'
import { nameAt } from './lineage.js'
import { type NumberSeries, seriesOf } from './number-series.js'
import { type OpenRequests, openRequestsOf } from './pass-requests-on.js'
import { findAuthority } from './register.js'

/** An authority under the name that it had on the day told of. */
type Named = { readonly id: string; readonly name: string }

/** A line of the history. Where `authority` is another, that one went over into the one asked for. */
type HistoryLine = {
  readonly kind: ChangeKind
  readonly happenedOn: LocalDate
  readonly authority: Named
  readonly nameBefore: string | null
  readonly nameAfter: string | null
  readonly parentBefore: Named | null
  readonly parentAfter: Named | null
  readonly successor: Named | null
  /** The decision it rests on. */
  readonly note: string | null
}

export type AuthorityFile = {
  readonly authority: Authority
  readonly series: readonly NumberSeries[]
  /** From the root down to the one above it. */
  readonly superiors: readonly Named[]
  /** Existing authorities directly below. */
  readonly subordinates: number
  /** Requests and remedies that are open; none for who does not administer it. */
  readonly open: OpenRequests
  /** Its own and those of what went over into it, oldest first; when it was established and dissolved says the authority itself. */
  readonly history: readonly HistoryLine[]
}

/** All that is registered of an authority, for everybody. */
export async function getAuthority(
  platform: Platform,
  actor: Actor | null,
  authorityId: string,
): Promise<Result<AuthorityFile, Refusal<'authority.not-found'>>> {
  return transact(platform, actor, async ({ tx }) => {
    const authority = await findAuthority(tx, authorityId)
    if (!authority) return NO_AUTHORITY
    return ok({
      authority,
      series: await seriesOf(tx, authorityId),
      superiors: await superiorsOf(tx, authority),
      subordinates: await countSubordinates(tx, authorityId),
      open: await openRequestsOf(tx, authorityId),
      history: await historyOf(tx, authorityId),
    })
  })
}

async function superiorsOf(
  tx: Transaction<Schema>,
  { path }: Authority,
): Promise<readonly Named[]> {
  const rows = await tx
    .selectFrom('authority')
    .select(['id', 'name'])
    .where('id', 'in', [...path])
    .orderBy('place')
    .execute()
  return rows.slice(0, -1)
}

async function countSubordinates(tx: Transaction<Schema>, id: string): Promise<number> {
  const { subordinates } = await tx
    .selectFrom('authority')
    .select(({ fn }) => fn.countAll<number>().as('subordinates'))
    .where('parent_id', '=', id)
    .where('dissolved_on', 'is', null)
    .executeTakeFirstOrThrow()
  return subordinates
}

async function historyOf(tx: Transaction<Schema>, id: string): Promise<readonly HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    select kind, happened_on as "happenedOn", ${namedAt('authority_id')} as authority,
      name_before as "nameBefore", name_after as "nameAfter",
      ${namedAt('parent_before_id')} as "parentBefore", ${namedAt('parent_after_id')} as "parentAfter",
      ${namedAt('successor_id')} as successor, note
    from authority_change c where c.authority_id = ${id} or c.successor_id = ${id}
    order by happened_on, id`.execute(tx)
  return rows
}

function namedAt(column: string) {
  return sql`(select json_build_object('id', a.id, 'name', ${nameAt(sql`c.happened_on`)})
    from authority a where a.tenant_id = c.tenant_id and a.id = ${sql.ref(`c.${column}`)})`
}
