import { randomUUIDv7 } from 'node:crypto'
import { ok, type Result } from '@gongkai/law'
import type { Actor, Holding, Platform } from '../context.js'
import { allowOnRegion } from '../queue/allow-on-region.js'
import { systemOf } from '../queue/system.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact, type Work } from '../storage/transact.js'
import type { JudgeRefusal } from './judge-overlay.js'
import { layOne } from './lay-one.js'
import type { MovedDates } from './moved-dates.js'
import type { ProposedOverlay } from './overlay.js'

/** What was proposed, and what will move when it is approved. */
export type Proposed = { readonly id: string; readonly moved: MovedDates }

/** 提出: puts an overlay up for approval by somebody else. Nothing moves before that. */
export async function proposeOverlay(
  platform: Platform,
  actor: Actor,
  proposed: ProposedOverlay,
): Promise<Result<Proposed, RightRefusal | JudgeRefusal>> {
  return transact(platform, actor, async (work) => {
    const allowed = await allowOnRegion(work.tx, actor, 'law.propose')
    return allowed.ok ? propose(platform, work, actor, allowed.value, proposed) : allowed
  })
}

/** The same at the terminal of the server, in the name of the region itself: one person who is signed in approves it. */
export async function proposeAtTerminal(
  platform: Platform,
  proposed: ProposedOverlay,
): Promise<Result<Proposed, JudgeRefusal>> {
  const system = systemOf(platform)
  return transact(platform, system, (work) => propose(platform, work, system, null, proposed))
}

async function propose(
  platform: Platform,
  { tx, record }: Work,
  { personId }: Actor,
  as: Holding | null,
  { content, source }: ProposedOverlay,
): Promise<Result<Proposed, JudgeRefusal>> {
  const laid = await layOne(tx, platform, { content, source })
  if (!laid.ok) return laid
  const id = randomUUIDv7()
  await tx
    .insertInto('overlay')
    .values({
      ...{ tenant_id: platform.tenantId, id, kind: content.kind, content: JSON.stringify(content) },
      ...{ title: source.title, number: source.number, issued_on: source.issuedOn },
      ...{ found_at: source.foundAt, proposed_by: personId },
      ...{ proposed_for: as?.onBehalfOf ?? null, proposed_at: platform.now() },
    })
    .execute()
  record({
    as,
    name: 'overlayProposed',
    subject: { kind: 'overlay', id },
    authorityId: as?.authorityId ?? null,
    detail: { content, source },
  })
  return ok({ id, moved: laid.value })
}
