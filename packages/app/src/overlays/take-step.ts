import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Holding, Platform } from '../context.js'
import { allowOnRegion } from '../queue/allow-on-region.js'
import type { RightRefusal } from '../rights/allow.js'
import { mayDecide } from '../rights/may-decide.js'
import { transact, type Work } from '../storage/transact.js'
import { findOverlay } from './find-overlay.js'
import { type MovedDates, type MovedDueDay, moveDueDays } from './moved-dates.js'
import { type MovedRemedy, moveRemedies } from './moved-remedies.js'
import { type MovedRequest, moveRequests } from './moved-requests.js'
import type { Overlay, OverlayState } from './overlay.js'
import { lastStep, lockLaw } from './read-law.js'
import { tellMoved, tellMovedRemedies, tellMovedRequests } from './tell-moved.js'

export type StepOnOverlay = { readonly overlayId: string; readonly reason: string | null }

export type StepRefusal =
  | RightRefusal
  | Refusal<
      'overlay.not-found' | 'overlay.wrong-state' | 'overlay.proposed-by-you' | 'overlay.no-reason'
    >

type Step = {
  readonly to: Exclude<OverlayState, 'proposed'>
  readonly from: readonly OverlayState[]
  readonly event: string
}

/**
 * Takes a step with an overlay: nobody else takes one meanwhile. `moves` says which dates move with it; they are kept moved, and the officers concerned
 * told.
 */
export async function takeStep<R extends Refusal>(
  step: Step,
  platform: Platform,
  actor: Actor,
  { overlayId, reason }: StepOnOverlay,
  moves: (work: Work, overlay: Overlay) => Promise<Result<MovedDates | null, R>>,
): Promise<Result<MovedDates | null, StepRefusal | R>> {
  return transact<Result<MovedDates | null, StepRefusal | R>>(platform, actor, async (work) => {
    const { tx } = work
    const allowed = await allowOnRegion(tx, actor, 'law.decide')
    if (!allowed.ok) return allowed
    await lockLaw(tx)
    const found = await findOverlay(tx, platform.tenantId, overlayId)
    if (!found.ok) return found
    const refused = await refuseStep(work, platform, actor, allowed.value, found.value, step)
    if (refused) return refused
    if (step.to !== 'approved' && !reason?.trim()) return NO_REASON
    const moved = await moves(work, found.value)
    if (!moved.ok) return moved
    await keep(work, platform, actor, overlayId, step, reason, moved.value)
    await tellOf(work, actor, allowed.value, found.value, step, reason, moved.value)
    return ok(moved.value)
  })
}

async function refuseStep(
  { tx }: Work,
  { tenantId }: Platform,
  actor: Actor,
  { onBehalfOf }: Holding,
  { id, state }: Overlay,
  { to, from }: Step,
) {
  if (!from.includes(state)) return wrongState(state)
  if (to === 'withdrawn') return null
  const proposed = await tx
    .selectFrom('overlay')
    .select(['proposed_by as personId', 'proposed_for as onBehalfOf'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return mayDecide([proposed], actor, onBehalfOf) ? null : OWN
}

async function keep(
  { tx }: Work,
  { tenantId, now }: Platform,
  { personId }: Actor,
  overlayId: string,
  { to }: Step,
  reason: string | null,
  moved: MovedDates | null,
): Promise<void> {
  await tx
    .insertInto('overlay_step')
    .values({
      ...{ tenant_id: tenantId, no: (await lastStep(tx, tenantId)) + 1, overlay_id: overlayId },
      ...{ step: to, reason: reason?.trim() || null, taken_by: personId, taken_at: now() },
      moved: moved && JSON.stringify(moved),
    })
    .execute()
}

async function tellOf(
  { tx, record }: Work,
  actor: Actor,
  as: Holding,
  { id, content, source }: Overlay,
  { event }: Step,
  reason: string | null,
  moved: MovedDates | null,
): Promise<void> {
  const dueDays: readonly MovedDueDay[] = moved?.dueDays ?? []
  record({
    ...{ as, name: event, subject: { kind: 'overlay', id }, authorityId: as.authorityId },
    ...(reason && { reason }),
    detail: {
      ...{ content, source, dueDays: dueDays.length, requests: moved?.requests.length ?? 0 },
      remedies: moved?.remedies.length ?? 0,
      days: moved?.days ?? [],
    },
  })
  if (moved) await keepRequests({ tx, record }, actor, as, id, moved.requests)
  if (moved) await keepRemedies({ tx, record }, actor, as, id, moved.remedies)
  if (dueDays.length === 0) return
  await moveDueDays(tx, dueDays)
  for (const { reportId, authorityId, reportYear, before, after } of dueDays) {
    record({
      ...{ as, name: 'dueDayMoved', subject: { kind: 'report', id: reportId }, authorityId },
      detail: { reportYear, before: { dueOn: before }, after: { dueOn: after }, overlay: id },
    })
  }
  await tellMoved(tx, actor, dueDays)
}

async function keepRequests(
  { tx, record }: Work,
  actor: Actor,
  as: Holding,
  overlay: string,
  moved: readonly MovedRequest[],
): Promise<void> {
  if (moved.length === 0) return
  await moveRequests(tx, moved)
  for (const { requestId, authorityId, before, after } of moved) {
    record({
      ...{ as, name: 'requestDayMoved', subject: { kind: 'request', id: requestId }, authorityId },
      detail: { before: { dueOn: before }, after: { dueOn: after }, overlay },
    })
  }
  await tellMovedRequests(tx, actor, moved)
}

async function keepRemedies(
  { tx, record }: Work,
  actor: Actor,
  as: Holding,
  overlay: string,
  moved: readonly MovedRemedy[],
): Promise<void> {
  if (moved.length === 0) return
  await moveRemedies(tx, moved)
  for (const { remedyId, authorityId, what, before, after } of moved) {
    record({
      ...{ as, name: 'remedyDayMoved', subject: { kind: 'remedy', id: remedyId }, authorityId },
      detail: { what, before: { nextOn: before }, after: { nextOn: after }, overlay },
    })
  }
  await tellMovedRemedies(tx, actor, moved)
}

const STATES: Readonly<Record<OverlayState, string>> = {
  proposed: '等待复核',
  approved: '已经生效',
  rejected: '未获同意',
  withdrawn: '已经撤回',
}

function wrongState(state: OverlayState) {
  return refuse('overlay.wrong-state', `这一项现在${STATES[state]}，不能这样办理。请刷新后再看。`)
}

const OWN = refuse(
  'overlay.proposed-by-you',
  '这一项由您（或者您代理的人）提出，应由另一人复核。请与另一位系统管理员或主管部门工作人员联系。',
)

const NO_REASON = refuse('overlay.no-reason', '没有填写理由。请写明理由后重新提交。')
