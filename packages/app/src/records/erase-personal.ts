import { citationText, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { ERASURE_GROUNDS, type ErasureGround } from './erasure-grounds.js'

export type ErasePersonal = {
  readonly eventId: string
  /** The provision under which the data are erased. */
  readonly ground: ErasureGround
  readonly reason: string
}

export type EraseRefusal = RightRefusal | Refusal<'event.not-found' | 'event.nothing-personal'>

/** 依规清除个人信息: takes the personal data beside an event away for good. The event stays and the chain holds; that it was done is an event too. */
export async function erasePersonal(
  platform: Platform,
  actor: Actor,
  { eventId, ground, reason }: ErasePersonal,
): Promise<Result<null, EraseRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const event = await tx
      .selectFrom('event')
      .select('authority_id')
      .where('id', '=', eventId)
      .executeTakeFirst()
    if (!event?.authority_id) return NOT_FOUND
    const allowed = await allow(tx, actor, 'event.erase', event.authority_id)
    if (!allowed.ok) return allowed
    const at = platform.now()
    const under = citationText(ERASURE_GROUNDS[ground].under)
    const { numUpdatedRows } = await tx
      .updateTable('event_payload')
      .set({ sealed: null, erased_at: at, erased_under: under })
      .where('event_id', '=', eventId)
      .where('sealed', 'is not', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return NOTHING
    record({
      as: allowed.value,
      name: 'personalDataErased',
      subject: { kind: 'event', id: eventId },
      authorityId: event.authority_id,
      reason,
      detail: erasureDetail(under, at, [eventId]),
    })
    return ok(null)
  })
}

const NOT_FOUND = refuse('event.not-found', '没有这条记录，或您不能查阅。请刷新后重新选择。')
const NOTHING = refuse('event.nothing-personal', '这条记录没有个人信息，或已经清除，不需要再办。')

/** What the event of an erasure says: whoever verifies the log believes no other erasure. */
export function erasureDetail(under: string, at: Date, events: readonly string[]) {
  return { under, erasedAt: at.toISOString(), events }
}
