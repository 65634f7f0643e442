import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { JudgeRefusal } from './judge-overlay.js'
import { layOne } from './lay-one.js'
import type { MovedDates } from './moved-dates.js'
import { type StepRefusal, takeStep } from './take-step.js'

export type ApproveOverlay = { readonly overlayId: string }

const APPROVED = { to: 'approved', from: ['proposed'], event: 'overlayApproved' } as const

/**
 * 同意: from now on every date is reckoned with the overlay. Judged once more, because the law may have changed since it was proposed; refused to
 * whoever proposed it. Returns the dates that moved.
 */
export async function approveOverlay(
  platform: Platform,
  actor: Actor,
  { overlayId }: ApproveOverlay,
): Promise<Result<MovedDates | null, StepRefusal | JudgeRefusal>> {
  return takeStep(APPROVED, platform, actor, { overlayId, reason: null }, ({ tx }, overlay) =>
    layOne(tx, platform, overlay, overlay.id),
  )
}

const REJECTED = { to: 'rejected', from: ['proposed'], event: 'overlayRejected' } as const

/** 不同意: it will not hold, and the reason stands beside it. */
export async function rejectOverlay(
  platform: Platform,
  actor: Actor,
  command: { readonly overlayId: string; readonly reason: string },
): Promise<Result<MovedDates | null, StepRefusal>> {
  return takeStep(REJECTED, platform, actor, command, async () => ok(null))
}
