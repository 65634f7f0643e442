import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import { type Overlay, type OverlayState, type TakenStep, toProposed } from './overlay.js'

type Kept = Selectable<Schema['overlay']>
type KeptStep = Pick<Selectable<Schema['overlay_step']>, (typeof STEP)[number]>

/** Without the dates that moved: they may be many, and are asked for by themselves. */
const STEP = ['overlay_id', 'step', 'reason', 'taken_by', 'taken_at'] as const

/** Every overlay that was ever proposed, the newest first; `only`: that one. */
export async function findOverlays(
  tx: Transaction<Schema>,
  tenantId: string,
  only: string | null = null,
): Promise<readonly Overlay[]> {
  const overlays = tx
    .selectFrom('overlay')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(only !== null, (query) => query.where('id', '=', only ?? ''))
    .orderBy('id', 'desc')
  const steps = tx
    .selectFrom('overlay_step')
    .select(STEP)
    .where('tenant_id', '=', tenantId)
    .$if(only !== null, (query) => query.where('overlay_id', '=', only ?? ''))
    .orderBy('no')
  const [kept, taken] = [await overlays.execute(), await steps.execute()]
  const of = Map.groupBy(taken, ({ overlay_id }) => overlay_id)
  return kept.map((row) => toOverlay(row, of.get(row.id) ?? []))
}

/** The overlay of this id, refused where there is none. */
export async function findOverlay(
  tx: Transaction<Schema>,
  tenantId: string,
  id: string,
): Promise<Result<Overlay, Refusal<'overlay.not-found'>>> {
  const [found] = await findOverlays(tx, tenantId, id)
  return found ? ok(found) : NOT_FOUND
}

const NOT_FOUND = refuse('overlay.not-found', '没有这一项。请刷新后重新选择。')

function toOverlay(row: Kept, taken: readonly KeptStep[]): Overlay {
  const proposed: TakenStep = {
    ...{ state: 'proposed', by: personOf(row, row.proposed_by) },
    ...{ at: row.proposed_at, reason: null },
  }
  const later = taken.map((step): TakenStep => {
    const { taken_by, taken_at: at, reason } = step
    // Written from the steps alone.
    return { state: step.step as OverlayState, by: personOf(row, taken_by), at, reason }
  })
  return {
    ...{ id: row.id, ...toProposed(row) },
    ...{ state: (later.at(-1) ?? proposed).state, steps: [proposed, ...later] },
  }
}

/** The region itself is no person. */
function personOf({ tenant_id }: Kept, id: string): string | null {
  return id === tenant_id ? null : id
}
