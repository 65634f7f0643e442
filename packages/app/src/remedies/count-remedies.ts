import {
  ok,
  REMEDY_KIND_IDS,
  REMEDY_KINDS,
  type RemedyKind,
  type RemedyResult,
  type Result,
  remedyColumn,
} from '@gongkai/law'
import { type Cell, type CountedRemedies, type FormId, remedyCells } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import {
  allowToCount,
  type CountedPeriod,
  type CountRefusal,
  NOT_COUNTED,
} from '../requests/counted-period.js'
import { registersOf } from '../requests/registers.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { remedies, toRemedy } from './find-remedies.js'
import type { Remedy } from './remedy.js'

export type CountRemedies = CountedPeriod & { readonly form: FormId }

/** A page of counted remedies, and after what the next page begins; null at the end. */
export type CountedRemediesPage = {
  readonly remedies: readonly Remedy[]
  readonly next: string | null
}

/** Table 4 of an authority for any period: what was open in it or decided in it, each once, with the result of its latest instance by the end of the period. */
export async function countRemedies(
  platform: Platform,
  actor: Actor,
  wanted: CountRemedies,
): Promise<Result<readonly Cell[], CountRefusal>> {
  return transact<Result<readonly Cell[], CountRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToCount(tx, actor, wanted)
    return allowed.ok ? ok(await tableFour(tx, wanted)) : allowed
  })
}

/** The same for who was allowed to see it. */
export async function tableFour(
  tx: Transaction<Schema>,
  { form, ...period }: CountRemedies,
): Promise<readonly Cell[]> {
  const states = await statesIn(tx, period)
  return remedyCells(
    form,
    states.flatMap(({ kind, result }) => countedAs(kind, result)),
  )
}

/** The reconsiderations and suits that one number of Table 4 counts, in the order of their registration. At most `limit`, after `after`. */
export async function listCountedRemedies(
  platform: Platform,
  actor: Actor,
  wanted: CountRemedies & {
    readonly row: string
    readonly column: string
    readonly after: string | null
    readonly limit: number
  },
): Promise<Result<CountedRemediesPage, CountRefusal>> {
  return transact<Result<CountedRemediesPage, CountRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToCount(tx, actor, wanted)
    if (!allowed.ok) return allowed
    const { row, column, after, limit } = wanted
    if (remedyCells(wanted.form, []).every((cell) => cell.row !== row || cell.column !== column))
      return NOT_COUNTED
    const ids = (await statesIn(tx, wanted))
      .filter(({ kind, result }) =>
        countedAs(kind, result).some(
          (one) => one.row === row && (column === '总计' || one.column === column),
        ),
      )
      .map(({ id }) => id)
      .toSorted()
      .filter((id) => after === null || id > after)
    const page = ids.slice(0, limit)
    if (page.length === 0) return ok({ remedies: [], next: null })
    const rows = await remedies(tx).where('r.id', 'in', page).orderBy('r.id').execute()
    return ok({
      remedies: rows.map(toRemedy),
      next: ids.length > limit ? (page.at(-1) ?? null) : null,
    })
  })
}

type State = {
  readonly id: string
  readonly kind: RemedyKind
  /** By the end of the period; null where there is none yet. */
  readonly result: RemedyResult | null
}

const COUNTED = REMEDY_KIND_IDS.filter((kind) => REMEDY_KINDS[kind].row !== null)

/** The latest instance that was begun by the end of the period, unless it was over before the period began. */
async function statesIn(
  tx: Transaction<Schema>,
  { authorityId, from, to }: CountedPeriod,
): Promise<readonly State[]> {
  const registers = await registersOf(tx, authorityId, to)
  const { rows } = await sql<State>`
    select l.id, l.kind, case when l.decided_on <= ${to}::date then l.result end as result
    from (select distinct on (r.id) r.id, r.kind, i.decided_on, i.result
      from remedy r join remedy_instance i on i.tenant_id = r.tenant_id and i.remedy_id = r.id
      where r.authority_id = any (${registers}) and r.struck_at is null and r.kind = any (${COUNTED})
        and i.received_on <= ${to}::date
      order by r.id, i.no desc) l
    where l.decided_on is null or l.decided_on >= ${from}::date`.execute(tx)
  return rows
}

function countedAs(kind: RemedyKind, result: RemedyResult | null): readonly CountedRemedies[] {
  const { row } = REMEDY_KINDS[kind]
  const column = remedyColumn(kind, result)
  return row && column ? [{ row, column, count: 1 }] : []
}
