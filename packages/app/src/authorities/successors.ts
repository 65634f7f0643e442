import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Holding, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import type { Work } from '../storage/transact.js'
import { insertAuthority } from './add-authority.js'
import type { Authority, NewAuthority } from './authority.js'
import { toAuthority } from './authority-row.js'
import { detailsOf } from './details.js'
import { type Reorganisation, tellHistory } from './history.js'
import type { TakenRefusal } from './names.js'
import { endSeries } from './number-series.js'
import type { Ended, PassedOn } from './pass-on.js'
import { type AuthorityRef, type OpenRefusal, openAt, openAuthority } from './register.js'
import { refuseStillOpen, type StillOpen } from './still-open.js'

/** An authority that carries on: one that exists, or a new one below `parentId`. */
export type Successor =
  | ({ readonly kind: 'existing' } & AuthorityRef)
  | { readonly kind: 'new'; readonly parentId: string; readonly details: NewAuthority }

export type SuccessorRefusal =
  | OpenRefusal
  | TakenRefusal
  | Refusal<'authority.wrong' | 'authority.successor-wrong'>

/** What is known of a successor before anything is written: the role under which it is written, and the authority or where it will be. */
export type OpenedSuccessor = {
  readonly as: Holding
  /** The existing successor, or the authority above the new one. */
  readonly at: Authority
  readonly successor: Successor
}

/** Whether `actor` may make this one the successor. A new one also takes the right to add. */
export async function openSuccessor(
  tx: Transaction<Schema>,
  actor: Actor,
  successor: Successor,
): Promise<Result<OpenedSuccessor, SuccessorRefusal>> {
  const opened =
    successor.kind === 'existing'
      ? await openAt(tx, actor, 'authority.reorganise', successor)
      : await openAuthority(tx, actor, 'authority.add', successor.parentId)
  if (!opened.ok) return opened
  return ok({ as: opened.value.as, at: opened.value.authority, successor })
}

/** The successor itself: a new one is registered as established on the day, and told of. */
export async function takeSuccessor(
  { tx, record }: Work,
  platform: Platform,
  { as, at, successor }: OpenedSuccessor,
  { happenedOn, reason }: Reorganisation,
): Promise<Result<Authority, SuccessorRefusal>> {
  if (successor.kind === 'existing') return ok(at)
  const { parentId } = successor
  const details = { ...successor.details, establishedOn: happenedOn }
  const added = await insertAuthority(tx, platform, { parentId, details })
  if (!added.ok) return added
  record({
    as,
    name: 'authorityAdded',
    subject: { kind: 'authority', id: added.value.id },
    authorityId: added.value.id,
    reason,
    detail: { parentId, details: detailsOf(added.value), series: [] },
  })
  return added
}

/** Ends an authority and its number series on a day; refused where something is still open in it. */
export async function endAuthority(
  tx: Transaction<Schema>,
  authority: Authority,
  { happenedOn }: Reorganisation,
  subordinatesFollow: boolean,
): Promise<Result<Ended, StillOpen>> {
  const { id, version } = authority
  const row = await tx
    .updateTable('authority')
    .set({ dissolved_on: happenedOn, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const closed = await refuseStillOpen(tx, authority, subordinatesFollow)
  if (!closed.ok) return closed
  const series = await endSeries(tx, id, happenedOn)
  return ok({ authority: toAuthority(row), series })
}

/** Tells of an authority that it went over into another. */
export async function tellOf(
  { tx, record }: Work,
  platform: Platform,
  as: Holding,
  before: Authority,
  what: Reorganisation & {
    readonly kind: 'merged' | 'split' | 'dissolved'
    readonly into: readonly Authority[]
    readonly after: Authority
    /** Null where it continues. */
    readonly passedOn: PassedOn | null
  },
): Promise<void> {
  for (const { id } of what.into) {
    const line = { authority_id: before.id, successor_id: id }
    await tellHistory(tx, platform, what.kind, what, line)
  }
  record({
    as,
    name: EVENTS[what.kind],
    subject: { kind: 'authority', id: before.id },
    authorityId: before.id,
    reason: what.reason,
    detail: {
      happenedOn: what.happenedOn,
      before: { dissolvedOn: before.dissolvedOn },
      after: { dissolvedOn: what.after.dissolvedOn },
      successors: what.into.map(({ id, name }) => ({ id, name })),
      ...(what.passedOn && passedDetail(what.passedOn)),
    },
  })
}

function passedDetail({ to, reports, requests, remedies, series }: PassedOn) {
  const ids = reports.map(({ id }) => id)
  return { carriedOnBy: to, reports: ids, requests, remedies, series }
}

// biome-ignore format: table
const EVENTS = {
  merged:    'authorityMerged',
  split:     'authoritySplit',
  dissolved: 'authorityDissolved',
} as const
