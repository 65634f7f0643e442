import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Db } from '../storage/open-database.js'
import type { Schema } from '../storage/schema.js'
import { type Law, layOver, PLAIN_LAW } from './law.js'
import { type ProposedOverlay, toProposed } from './overlay.js'

/** The law as it was last read over a pool, by region, with the number of the step that it stands at. */
const READ = new WeakMap<Db, Map<string, { readonly step: number; readonly law: Law }>>()

/**
 * The dates of the law as they stand in the region. Each step that was taken with an overlay has the next number, so the last number says whether what was
 * read before still holds, in this process and every other. For what is only shown; dates that are kept are reckoned under `holdLaw`.
 */
export async function readLaw(tx: Transaction<Schema>, platform: Platform): Promise<Law> {
  const { tenantId, db } = platform
  const known = READ.get(db) ?? new Map()
  READ.set(db, known)
  const step = await lastStep(tx, tenantId)
  const before = known.get(tenantId)
  if (before?.step === step) return before.law
  const law = step === 0 ? PLAIN_LAW : layOver(await standing(tx, tenantId))
  // A step that came between the two statements only has the law read once more.
  known.set(tenantId, { step, law })
  return law
}

/** As `readLaw`; until the transaction ends no overlay is approved or withdrawn, so that what it keeps is moved with the rest. */
export async function holdLaw(tx: Transaction<Schema>, platform: Platform): Promise<Law> {
  await holdOverlays(tx)
  return readLaw(tx, platform)
}

/**
 * Until the transaction ends no overlay is approved or withdrawn. Whoever locks a row whose days an overlay moves does this first: whoever approves holds the law and
 * then wants the row, so in the other order each would wait for the other.
 */
export async function holdOverlays(tx: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${LOCK})`.execute(tx)
}

/** Lets nobody else change the law, or keep a date that rests on it, until the transaction ends. */
export async function lockLaw(tx: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
}

const LOCK = sql`hashtextextended('law ' || gongkai.current_tenant(), 0)`

/** The number of the last step that was taken with an overlay; 0 before the first. */
export async function lastStep(tx: Transaction<Schema>, tenantId: string): Promise<number> {
  const last = tx
    .selectFrom('overlay_step')
    .select(({ fn }) => fn.max('no').as('no'))
    .where('tenant_id', '=', tenantId)
  return (await last.executeTakeFirstOrThrow()).no ?? 0
}

/** What was approved and not withdrawn, in the order of approval. */
export async function standing(
  tx: Transaction<Schema>,
  tenantId: string,
): Promise<readonly (ProposedOverlay & { readonly id: string })[]> {
  const rows = await tx
    .selectFrom('overlay as o')
    .innerJoin('overlay_step as s', (join) =>
      join.onRef('s.tenant_id', '=', 'o.tenant_id').onRef('s.overlay_id', '=', 'o.id'),
    )
    .selectAll('o')
    .where('o.tenant_id', '=', tenantId)
    .where('s.step', '=', 'approved')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('overlay_step as w')
            .select('w.no')
            .whereRef('w.tenant_id', '=', 'o.tenant_id')
            .whereRef('w.overlay_id', '=', 'o.id')
            .where('w.step', '=', 'withdrawn'),
        ),
      ),
    )
    .orderBy('s.no')
    .execute()
  return rows.map((row) => ({ id: row.id, ...toProposed(row) }))
}
