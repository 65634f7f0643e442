import { randomUUIDv7 } from 'node:crypto'
import { citationText, keptSince, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { holdersOf } from '../../notices/recipients.js'
import { holdLaw } from '../../overlays/read-law.js'
import { enqueue } from '../../queue/enqueue.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { ERASE_REQUESTS } from './erase-spec.js'
import { type Erasure, erasures, requestsDue, retentionOn, toErasure } from './read-retention.js'

export type ProposeErasure = {
  readonly authorityId: string
  /** How many were due on the screen: refused where it is another number by now. */
  readonly due: number
  readonly reason: string
}

export type ProposeErasureRefusal =
  | RightRefusal
  | Refusal<'erasure.nothing-due' | 'erasure.moved' | 'erasure.waiting' | 'erasure.no-reason'>

/** 提请清除: what is personal in the requests whose time is over shall be erased. Somebody else decides on it. */
export async function proposeErasure(
  platform: Platform,
  actor: Actor,
  { authorityId, due, reason }: ProposeErasure,
): Promise<Result<Erasure, ProposeErasureRefusal>> {
  return transact<Result<Erasure, ProposeErasureRefusal>>(platform, actor, async (work) => {
    const { tx, record } = work
    const allowed = await allow(tx, actor, 'erasure.propose', authorityId)
    if (!allowed.ok) return allowed
    if (!reason.trim()) return NO_REASON
    const day = today(platform)
    const { value, source } = retentionOn(await holdLaw(tx, platform), day)
    const overBefore = keptSince(day, value)
    const refused = await refuseProposal(tx, authorityId, overBefore, due)
    if (refused) return refused
    const id = randomUUIDv7()
    const under = citationText(source)
    await tx
      .insertInto('erasure')
      .values({
        ...{ tenant_id: platform.tenantId, id, authority_id: authorityId, over_before: overBefore },
        ...{ years: value.years, under, due, reason: reason.trim() },
        ...{ proposed_by: actor.personId, proposed_at: platform.now() },
      })
      .execute()
    record({
      ...{ as: allowed.value, name: 'erasureProposed', authorityId },
      subject: { kind: 'erasure', id },
      reason: reason.trim(),
      detail: { overBefore, years: value.years, under, due },
    })
    const deciders = await holdersOf(tx, ['disclosureHead', 'leader'], authorityId)
    const { name } = await nameOf(tx, authorityId)
    const values = { authority: name, count: `${due}`, at: authorityId }
    await notifyOthers(tx, actor, deciders, 'erasureProposed', values)
    return ok(await found(tx, id))
  })
}

async function refuseProposal(
  tx: Transaction<Schema>,
  authorityId: string,
  overBefore: Parameters<typeof requestsDue>[2],
  due: number,
) {
  const waiting = await tx
    .selectFrom('erasure')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where('decision', 'is', null)
    .executeTakeFirst()
  if (waiting) return WAITING
  const all = await requestsDue(tx, authorityId, overBefore)
  const now = all.filter(({ stopped }) => stopped === null).length
  if (now === 0) return NOTHING_DUE
  if (now === due) return null
  const message = `到期的申请现在是${now}件，与屏幕上的${due}件不同。请刷新后核对，再次提请。`
  return refuse('erasure.moved', message)
}

export type DecideErasure = {
  readonly erasureId: string
  readonly decision: 'approved' | 'rejected'
  /** Needed where it is rejected. */
  readonly reason: string | null
}

export type DecideErasureRefusal =
  | RightRefusal
  | Refusal<'erasure.not-found' | 'erasure.decided' | 'erasure.own-proposal' | 'erasure.no-reason'>

/** 批准或者不批准清除: by another person than proposed it. What is approved is erased in the background and cannot be had back. */
export async function decideErasure(
  platform: Platform,
  actor: Actor,
  { erasureId, decision, reason }: DecideErasure,
): Promise<Result<Erasure, DecideErasureRefusal>> {
  return transact<Result<Erasure, DecideErasureRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const { rows } = await sql<{ authorityId: string | null }>`
        select authority_of_erasure(${erasureId}) as "authorityId"`.execute(tx)
      const authorityId = rows[0]?.authorityId
      if (!authorityId) return NOT_FOUND
      const allowed = await allow(tx, actor, 'erasure.decide', authorityId)
      if (!allowed.ok) return allowed
      const row = await tx
        .selectFrom('erasure')
        .selectAll()
        .where('id', '=', erasureId)
        .executeTakeFirstOrThrow()
      if (row.proposed_by === actor.personId) return OWN_PROPOSAL
      const why = reason?.trim() || null
      if (decision === 'rejected' && !why) return NO_REASON
      const { numUpdatedRows } = await tx
        .updateTable('erasure')
        .set({
          ...{ decision, decided_by: actor.personId, decided_at: platform.now() },
          decided_reason: why,
        })
        .where('id', '=', erasureId)
        .where('decision', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return DECIDED
      record({
        ...{ as: allowed.value, name: EVENTS[decision], authorityId: row.authority_id },
        subject: { kind: 'erasure', id: erasureId },
        ...(why && { reason: why }),
        detail: { overBefore: row.over_before, under: row.under, due: row.due },
      })
      if (decision === 'approved') await enqueue(tx, ERASE_REQUESTS, { erasureId })
      return ok(await found(tx, erasureId))
    },
  )
}

const EVENTS = { approved: 'erasureApproved', rejected: 'erasureRejected' } as const

async function found(tx: Transaction<Schema>, id: string): Promise<Erasure> {
  return toErasure(await erasures(tx).where('id', '=', id).executeTakeFirstOrThrow())
}

function nameOf(tx: Transaction<Schema>, id: string) {
  return tx.selectFrom('authority').select('name').where('id', '=', id).executeTakeFirstOrThrow()
}

const NO_REASON = refuse('erasure.no-reason', '请写明理由，它留在记录里。')
const NOTHING_DUE = refuse('erasure.nothing-due', '没有保存期限届满、可以清除的申请，不需要提请。')
const WAITING = refuse(
  'erasure.waiting',
  '已经有一项清除等待批准。请由本机关的负责人或者分管领导先行决定。',
)
const NOT_FOUND = refuse('erasure.not-found', '没有这一项，或您不能查看。请刷新后重新选择。')
const DECIDED = refuse('erasure.decided', '这一项已由他人决定，本次没有保存。请刷新后查看。')
const OWN_PROPOSAL = refuse(
  'erasure.own-proposal',
  '清除由您提请，不能由本人批准。请由本机关的其他负责人或者分管领导办理。',
)
