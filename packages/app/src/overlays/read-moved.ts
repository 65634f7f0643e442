import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { allowOnRegion } from '../queue/allow-on-region.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { findOverlay } from './find-overlay.js'
import type { JudgeRefusal } from './judge-overlay.js'
import { layOne } from './lay-one.js'
import type { MovedDates } from './moved-dates.js'

/** Which dates moved with the last step of an overlay; of one that waits, which would move if it were approved now. */
export async function readMoved(
  platform: Platform,
  actor: Actor,
  { overlayId }: { readonly overlayId: string },
): Promise<Result<MovedDates, RightRefusal | JudgeRefusal | Refusal<'overlay.not-found'>>> {
  return transact<Result<MovedDates, RightRefusal | JudgeRefusal | Refusal<'overlay.not-found'>>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRegion(tx, actor, 'law.propose')
      if (!allowed.ok) return allowed
      const found = await findOverlay(tx, platform.tenantId, overlayId)
      if (!found.ok) return found
      if (found.value.state === 'proposed') return layOne(tx, platform, found.value, overlayId)
      return ok((await lastMoved(tx, platform, overlayId)) ?? NOTHING)
    },
  )
}

const NOTHING: MovedDates = {
  dueDays: [],
  requests: [],
  remedies: [],
  days: [],
  settledThrough: null,
}

async function lastMoved(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  overlayId: string,
): Promise<MovedDates | null> {
  const last = tx
    .selectFrom('overlay_step')
    .select('moved')
    .where('tenant_id', '=', tenantId)
    .where('overlay_id', '=', overlayId)
    .orderBy('no', 'desc')
  const moved = (await last.executeTakeFirst())?.moved
  // Steps that were taken before there was a register say nothing of it.
  return moved ? { ...NOTHING, ...moved } : null
}
