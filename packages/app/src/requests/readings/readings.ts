import type { LocalDate, Result } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../../context.js'
import { allowAt, NO_AUTHORITY, type RightRefusal, standingOf } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'

/** Events by which somebody learnt who asks, what he sent or was answered, or what a document holds. The index `event_readings` has the same names. */
export const READINGS = [
  'applicantRead',
  'requestFileRead',
  'requestLetterRead',
  'requestLetterFileRead',
  'requestMaterialRead',
  'requestFilingRead',
  'ownDataTaken',
  'ownDataGiven',
] as const

export type ReadingName = (typeof READINGS)[number]

/** The readings of a period in one authority: from the first to the last day. */
export type ReadingsOf = {
  readonly authorityId: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What the actor holds that lets him see who read what: the head in his authority, an auditor below his, too. */
export async function allowReadings(
  tx: Transaction<Schema>,
  actor: Actor,
  authorityId: string,
): Promise<Result<Holding, RightRefusal>> {
  const standing = await standingOf(tx, authorityId)
  if (!standing) return NO_AUTHORITY
  const audits = allowAt(actor, 'reading.audit', standing)
  return audits.ok ? audits : allowAt(actor, 'reading.see', standing)
}

/** The names as the index is asked: not as a parameter, of which nothing is known when the statement is planned. */
export const IS_READING: RawBuilder<boolean> = sql`e.name in (${sql.join(READINGS.map((name) => sql.lit(name)))})`

/** The condition on an event `e` that it is a reading of this authority and period. */
export function isOf({ authorityId, from, to }: ReadingsOf): RawBuilder<boolean> {
  return sql`e.tenant_id = current_tenant() and e.authority_id = ${authorityId} and e.subject_kind = 'request' and ${IS_READING}
    and e.happened_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
    and e.happened_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
}
