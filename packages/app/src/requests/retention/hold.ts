import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact, type Work } from '../../storage/transact.js'
import { allowOnRequest, findRequest, lockRequest, type RequestNotFound } from '../request.js'

/** 保全: a request whose personal data are still needed. */
export type Hold = {
  readonly reason: string
  readonly placedBy: string
  readonly placedAt: Date
}

export type HoldRefusal =
  | RightRefusal
  | RequestNotFound
  | Refusal<'hold.no-reason' | 'hold.placed' | 'hold.not-placed' | 'hold.erased'>

/** The hold on a request; null where there is none. */
export async function readHold(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<Hold | null, RightRefusal | RequestNotFound>> {
  return transact<Result<Hold | null, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'request.hold', requestId)
      return allowed.ok ? ok(await standing(tx, requestId)) : allowed
    },
  )
}

type HoldChange = { readonly requestId: string; readonly reason: string }

/** 保全: while it stands nothing personal in the request is erased. */
export async function placeHold(platform: Platform, actor: Actor, command: HoldChange) {
  return changing(platform, actor, command, 'requestHeld', async ({ tx }, reason, authorityId) => {
    const { requestId } = command
    if (await standing(tx, requestId)) return PLACED
    const found = await findRequest(tx, requestId)
    if (found.ok && found.value.erasedAt) return ERASED
    await tx
      .insertInto('request_hold')
      .values({
        ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), request_id: requestId },
        ...{ authority_id: authorityId, reason, placed_by: actor.personId },
        placed_at: platform.now(),
      })
      .execute()
    return ok(await standing(tx, requestId))
  })
}

/** 解除保全. */
export async function liftHold(platform: Platform, actor: Actor, command: HoldChange) {
  return changing(platform, actor, command, 'requestHoldLifted', async ({ tx }, reason) => {
    const { numUpdatedRows } = await tx
      .updateTable('request_hold')
      .set({
        ...{ lifted_by: actor.personId, lifted_at: platform.now() },
        lifted_reason: reason,
      })
      .where('request_id', '=', command.requestId)
      .where('lifted_at', 'is', null)
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 0n ? NOT_PLACED : ok(null)
  })
}

function changing(
  platform: Platform,
  actor: Actor,
  { requestId, reason }: HoldChange,
  name: string,
  change: (
    work: Work,
    reason: string,
    authorityId: string,
  ) => Promise<Result<Hold | null, HoldRefusal>>,
): Promise<Result<Hold | null, HoldRefusal>> {
  return transact<Result<Hold | null, HoldRefusal>>(platform, actor, async (work) => {
    const allowed = await allowOnRequest(work.tx, actor, 'request.hold', requestId)
    if (!allowed.ok) return allowed
    if (!reason.trim()) return NO_REASON
    // Whoever erases wants the same row.
    const { authorityId } = await lockRequest(work.tx, requestId)
    const changed = await change(work, reason.trim(), authorityId)
    // The reason stands with the hold: it may name somebody, and the record is read by others.
    const subject = { kind: 'request', id: requestId }
    if (changed.ok) work.record({ as: allowed.value, name, subject, authorityId, detail: {} })
    return changed
  })
}

async function standing(tx: Transaction<Schema>, requestId: string): Promise<Hold | null> {
  const row = await tx
    .selectFrom('request_hold')
    .select(['reason', 'placed_by as placedBy', 'placed_at as placedAt'])
    .where('request_id', '=', requestId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

const NO_REASON = refuse('hold.no-reason', '请写明保全或者解除保全的理由。')
const PLACED = refuse('hold.placed', '这件申请已经保全，不需要再办。')
const NOT_PLACED = refuse('hold.not-placed', '这件申请没有保全，或者已经解除。请刷新后查看。')
const ERASED = refuse('hold.erased', '这件申请中的个人信息已经依规清除，不能再保全。')
