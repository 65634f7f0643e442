import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { layOver } from './law.js'
import { type MovedDates, movedDates } from './moved-dates.js'
import { readLaw, standing } from './read-law.js'
import { type StepRefusal, takeStep } from './take-step.js'

const WITHDRAWN = {
  to: 'withdrawn',
  from: ['proposed', 'approved'],
  event: 'overlayWithdrawn',
} as const

/** 撤回: it holds no longer, or is not put up any more; the dates that it moved move back. It stays on record with the reason. */
export async function withdrawOverlay(
  platform: Platform,
  actor: Actor,
  command: { readonly overlayId: string; readonly reason: string },
): Promise<Result<MovedDates | null, StepRefusal>> {
  return takeStep(WITHDRAWN, platform, actor, command, async ({ tx }, { id }) => {
    const others = (await standing(tx, platform.tenantId)).filter((one) => one.id !== id)
    return ok(await movedDates(tx, await readLaw(tx, platform), layOver(others)))
  })
}
