import { addDays, type Citation, type Known, type LocalDate, ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { readLaw } from '../../overlays/read-law.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { registersOf } from '../registers.js'
import { type RequestFile, requests, toRequest } from '../request.js'
import {
  reevaluationOn,
  toWithheld,
  WITHHELD_COLUMNS,
  type Withheld,
  withheldBy,
} from './reevaluation.js'

/** What is due or overdue, within thirty days, later, or on its way to be published. */
export type ReevaluationQueue = 'due' | 'soon' | 'later' | 'disclosable'

export type ListReevaluations = {
  readonly authorityId: string
  readonly queue: ReevaluationQueue
  /** After this one of the page before; null for the first page. */
  readonly after: string | null
  /** At most so many, 1 to 200. */
  readonly limit: number
}

/** How often what is withheld is looked at. */
export type ReevaluationRule = {
  readonly months: number
  readonly source: Citation
  readonly known: Known
}

export type ReevaluationPage = ReevaluationRule & {
  readonly withheld: readonly (Withheld & { readonly request: RequestFile })[]
  readonly counts: Counts
  /** Where the next page goes on; null on the last. */
  readonly next: string | null
}

/** Days ahead that a date of re-evaluation is told. */
export const SOON_REEVALUATED = 30

/** 定期评估的台账: what an authority and those that it carries on withhold, the nearest day first, with how much is due when. */
export async function listReevaluations(
  platform: Platform,
  actor: Actor,
  wanted: ListReevaluations,
): Promise<Result<ReevaluationPage, RightRefusal>> {
  return transact<Result<ReevaluationPage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const { authorityId, queue, limit } = wanted
    const allowed = await allow(tx, actor, 'reevaluation.record', authorityId)
    if (!allowed.ok) return allowed
    const day = today(platform)
    const { value, source, known } = reevaluationOn(await readLaw(tx, platform), day)
    const all = withheldBy(await registersOf(tx, authorityId), value.months)
    const queues = queuesOn(day)
    // Reckoned once, for the page and for the counts; without a row for the page the counts stand alone.
    const { rows: found } = await sql<Counts & { readonly page: Withheld | null }>`
      with v as materialized (select * from ${all})
      select c.*, p.page from (select ${countsOf(queues)} from v) c left join lateral (
        select row_to_json(t) as page from (select ${WITHHELD_COLUMNS} from v
          where ${queues[queue]} and ${behind(wanted.after)} order by ${PLACE}, v.request_id limit ${limit + 1}) t) p on true`.execute(
      tx,
    )
    const { due = 0, soon = 0, later = 0, disclosable = 0 } = found[0] ?? {}
    const rows = found.flatMap(({ page }) => page ?? [])
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return ok({
      ...{ months: value.months, source, known },
      withheld: await withRequests(tx, shown.map(toWithheld)),
      counts: { due, soon, later, disclosable },
      next: last ? `${last.dueOn ?? NEVER} ${last.requestId}` : null,
    })
  })
}

type Counts = Readonly<Record<ReevaluationQueue, number>>
type Queues = Readonly<Record<ReevaluationQueue, RawBuilder<unknown>>>

function queuesOn(day: LocalDate): Queues {
  const soon = addDays(day, SOON_REEVALUATED)
  return {
    due: sql`v.due_on <= ${day}::date`,
    soon: sql`v.due_on > ${day}::date and v.due_on <= ${soon}::date`,
    later: sql`v.due_on > ${soon}::date`,
    disclosable: sql`v.due_on is null`,
  }
}

const NEVER = '9999-12-31'
const PLACE = sql`coalesce(v.due_on, ${NEVER}::date)`

function behind(after: string | null): RawBuilder<unknown> {
  const [on, id] = after?.split(' ') ?? []
  return on && id ? sql`(${PLACE}, v.request_id) > (${on}::date, ${id}::uuid)` : sql`true`
}

function countsOf(queues: Queues): RawBuilder<unknown> {
  const each = Object.entries(queues).map(
    ([queue, holds]) => sql`count(*) filter (where ${holds})::integer as ${sql.ref(queue)}`,
  )
  return sql.join(each)
}

async function withRequests(tx: Transaction<Schema>, withheld: readonly Withheld[]) {
  if (withheld.length === 0) return []
  const ids = withheld.map(({ requestId }) => requestId)
  const rows = await requests(tx).where('r.id', 'in', ids).execute()
  const known = new Map(rows.map((row) => [row.id, toRequest(row)]))
  return withheld.flatMap((one) => {
    const request = known.get(one.requestId)
    return request ? [{ ...one, request }] : []
  })
}
