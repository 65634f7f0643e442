import type { Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { allowOnRegion } from '../queue/allow-on-region.js'
import { systemOf } from '../queue/system.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import type { JudgeRefusal } from './judge-overlay.js'
import { layOne } from './lay-one.js'
import type { MovedDates } from './moved-dates.js'
import type { ProposedOverlay } from './overlay.js'

/** Which dates would move if this were approved now. Nothing is kept. */
export async function previewOverlay(
  platform: Platform,
  actor: Actor,
  proposed: ProposedOverlay,
): Promise<Result<MovedDates, RightRefusal | JudgeRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnRegion(tx, actor, 'law.propose')
    return allowed.ok ? layOne(tx, platform, proposed) : allowed
  })
}

/** The same at the terminal of the server, where nobody is signed in. */
export async function previewAtTerminal(
  platform: Platform,
  proposed: ProposedOverlay,
): Promise<Result<MovedDates, JudgeRefusal>> {
  return transact(platform, systemOf(platform), ({ tx }) => layOne(tx, platform, proposed))
}
