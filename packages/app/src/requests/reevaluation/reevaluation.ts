import {
  type Ground,
  inForce,
  type LocalDate,
  type Provision,
  REFUSALS,
  type ReevaluationPeriod,
} from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Law } from '../../overlays/law.js'
import type { Schema } from '../../storage/schema.js'

/** What was found when it was looked at: it stays withheld, may be disclosed, or only the day was put off. */
// biome-ignore format: table
export const REEVALUATION_OUTCOMES = {
  withheld:    '经评估仍不予公开',
  disclosable: '经评估可以公开，已提请转为主动公开',
  moved:       '另定评估日期',
} as const satisfies Record<string, string>

export type ReevaluationOutcome = keyof typeof REEVALUATION_OUTCOMES

/** 不予公开的信息 of one request, and when it is looked at again (第十八条). */
export type Withheld = {
  readonly requestId: string
  readonly authorityId: string
  readonly letterId: string | null
  /** Of these the refusals alone. */
  readonly grounds: readonly Ground[]
  readonly decidedOn: LocalDate
  /** Null where it may be disclosed and is on its way to be. */
  readonly dueOn: LocalDate | null
  /** The last time that it was looked at or put off; null before the first. */
  readonly lastId: string | null
}

/** The period in force on a day, as it stands in the region. */
export function reevaluationOn(
  { reevaluation }: Law,
  day: LocalDate,
): Provision<ReevaluationPeriod> {
  return inForce(reevaluation, day)
}

type Narrowed = {
  readonly requestId?: string | null
  /** Leaves out what cannot be due until this day; what is due later may still be among them. */
  readonly until?: LocalDate | null
}

/** Rows of what authorities withhold, with the day that follows from a period of so many months. */
export function withheldBy(
  authorities: readonly string[],
  months: number,
  { requestId = null, until = null }: Narrowed = {},
): RawBuilder<unknown> {
  return sql`reevaluations(${authorities}::uuid[], ${months}, ${requestId}::uuid, ${until}::date)`
}

/** What a row of {@link withheldBy} says. */
export const WITHHELD_COLUMNS = sql`v.request_id as "requestId", v.authority_id as "authorityId", v.letter_id as "letterId", v.grounds,
  v.decided_on as "decidedOn", v.due_on as "dueOn", v.last_id as "lastId"`

/** What is withheld of one request of an authority; null where nothing is. */
export async function withheldOf(
  tx: Transaction<Schema>,
  { id, authorityId }: { readonly id: string; readonly authorityId: string },
  months: number,
): Promise<Withheld | null> {
  const { rows } = await sql<Withheld>`
    select ${WITHHELD_COLUMNS} from ${withheldBy([authorityId], months, { requestId: id })} v`.execute(
    tx,
  )
  return rows[0] ? toWithheld(rows[0]) : null
}

/** Without the grounds of what is open. */
export function toWithheld(row: Withheld): Withheld {
  return { ...row, grounds: row.grounds.filter((ground) => REFUSALS.includes(ground)) }
}
