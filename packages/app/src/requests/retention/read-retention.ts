import {
  type Citation,
  inForce,
  type Known,
  keptSince,
  type LocalDate,
  ok,
  type Provision,
  type Result,
  type Retention,
} from '@gongkai/law'
import { type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import type { Law } from '../../overlays/law.js'
import { readLaw } from '../../overlays/read-law.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowToRead } from '../allow-to-read.js'

/** What keeps the personal data of a request although their time is over: a hold, a remedy that is not decided, a letter that did not arrive, a share of the work that is not done, a part that is still kept, a paper that is owed, a case that does not lie filed as it stands. */
const STOPS = ['hold', 'remedy', 'letter', 'task', 'part', 'paper', 'filing'] as const

type Stop = (typeof STOPS)[number]

/** A request whose time is over. */
export type DueRequest = {
  readonly id: string
  readonly number: string
  /** Closed, filed and the last remedy decided. */
  readonly overOn: LocalDate
  readonly stopped: Stop | null
}

/** A decision on the erasure of what is personal in the requests of an authority. */
export type Erasure = {
  readonly id: string
  readonly overBefore: LocalDate
  readonly years: number
  readonly under: string
  /** How many were due when it was proposed. */
  readonly due: number
  readonly reason: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly decision: 'approved' | 'rejected' | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly decidedReason: string | null
  readonly doneAt: Date | null
  /** How many requests were erased under it. */
  readonly erased: number
}

/** How long what is personal is kept in an authority, what is due today, and what was decided. */
export type RetentionView = {
  readonly years: number
  readonly source: Citation
  readonly known: Known
  /** What was over before this day is due. */
  readonly overBefore: LocalDate
  readonly due: number
  readonly stopped: Readonly<Record<Stop, number>>
  /** Of those that are due and of those that are stopped the oldest. */
  readonly oldest: readonly DueRequest[]
  /** The newest first. */
  readonly erasures: readonly Erasure[]
}

/** So many are named on the screen. */
const NAMED = 100

/** 保存期限和到期情况: the rule, what falls due by it today with what stops it, and every decision. Nothing personal is in it. */
export async function readRetention(
  platform: Platform,
  actor: Actor,
  authorityId: string,
): Promise<Result<RetentionView, RightRefusal>> {
  return transact<Result<RetentionView, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToRead(tx, actor, authorityId)
    if (!allowed.ok) return allowed
    const day = today(platform)
    const { value, source, known } = retentionOn(await readLaw(tx, platform), day)
    const overBefore = keptSince(day, value)
    const all = await requestsDue(tx, authorityId, overBefore)
    const stopped = Object.fromEntries(
      STOPS.map((stop) => [stop, all.filter((one) => one.stopped === stop).length]),
    ) as Record<Stop, number>
    return ok({
      ...{ years: value.years, source, known, overBefore, stopped },
      due: all.filter((one) => one.stopped === null).length,
      oldest: all.slice(0, NAMED),
      erasures: await erasuresOf(tx, authorityId),
    })
  })
}

/** The rule in force on a day, as it stands in the region. */
export function retentionOn({ retention }: Law, day: LocalDate): Provision<Retention> {
  return inForce(retention, day)
}

/** The requests of an authority that were over before a day, oldest first. */
export async function requestsDue(
  tx: Transaction<Schema>,
  authorityId: string,
  overBefore: LocalDate,
): Promise<readonly DueRequest[]> {
  const { rows } = await sql<DueRequest>`
    select id, number, over_on as "overOn", stopped from requests_due(${authorityId}, ${overBefore}::date)`.execute(
    tx,
  )
  return rows
}

async function erasuresOf(tx: Transaction<Schema>, authorityId: string) {
  const rows = await erasures(tx).where('authority_id', '=', authorityId).execute()
  return rows.map(toErasure)
}

/** Decisions with how many requests were erased under each, the newest first. */
export function erasures(tx: Transaction<Schema>) {
  return tx
    .selectFrom('erasure')
    .selectAll()
    .select(({ selectFrom, fn }) =>
      selectFrom('request')
        .select(fn.countAll<number>().as('n'))
        .whereRef('request.erasure_id', '=', 'erasure.id')
        .as('erased'),
    )
    .orderBy('id', 'desc')
}

/** A row as it is told. */
export function toErasure(
  row: Selectable<Schema['erasure']> & { readonly erased: number | null },
): Erasure {
  return {
    ...{ id: row.id, overBefore: row.over_before, years: row.years, under: row.under },
    ...{ due: row.due, reason: row.reason, proposedBy: row.proposed_by },
    ...{ proposedAt: row.proposed_at, decision: row.decision, decidedBy: row.decided_by },
    ...{ decidedAt: row.decided_at, decidedReason: row.decided_reason, doneAt: row.done_at },
    erased: row.erased ?? 0,
  }
}
