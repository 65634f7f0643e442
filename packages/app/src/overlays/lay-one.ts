import { ok, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Platform, today } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { findOverlays } from './find-overlay.js'
import { type JudgeRefusal, judgeOverlay } from './judge-overlay.js'
import { layOver } from './law.js'
import { type MovedDates, movedDates } from './moved-dates.js'
import type { ProposedOverlay } from './overlay.js'
import { readLaw, standing } from './read-law.js'

/** What moves when this overlay is laid over the law as it stands; refused where it cannot be. `id`: of one that was proposed. */
export async function layOne(
  tx: Transaction<Schema>,
  platform: Platform,
  proposed: ProposedOverlay,
  id: string | null = null,
): Promise<Result<MovedDates, JudgeRefusal>> {
  const law = await readLaw(tx, platform)
  const others = await findOverlays(tx, platform.tenantId)
  const settled = others.flatMap(({ content, state, ...other }) => {
    const isOpen = other.id !== id && (state === 'proposed' || state === 'approved')
    return isOpen && content.kind === 'value' ? [content.key] : []
  })
  const judged = judgeOverlay(proposed, law, new Set(settled), today(platform))
  if (!judged.ok) return judged
  const after = layOver([...(await standing(tx, platform.tenantId)), proposed])
  return ok(await movedDates(tx, law, after))
}
