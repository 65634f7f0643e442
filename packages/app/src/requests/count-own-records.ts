import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { allowToCount, type CountedPeriod, type CountRefusal } from './counted-period.js'

/** Applications to correct one's own record: what was received in a period, what came of those that ended in it, and what is open at its end. */
export type OwnRecordCounts = {
  readonly received: number
  readonly corrected: number
  readonly refused: number
  readonly forwarded: number
  readonly directed: number
  /** Withdrawn or given up. */
  readonly ended: number
  readonly open: number
}

/** 更正与自身相关的政府信息记录的申请: counted by itself, in no row of Table 3 (第四十一条). */
export async function countOwnRecords(
  platform: Platform,
  actor: Actor,
  period: CountedPeriod,
): Promise<Result<OwnRecordCounts, CountRefusal>> {
  return transact<Result<OwnRecordCounts, CountRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToCount(tx, actor, period)
    if (!allowed.ok) return allowed
    const { authorityId, from, to } = period
    const { rows } = await sql<OwnRecordCounts>`
      select count(*) filter (where received_on >= ${from}::date)::integer as received,
        count(*) filter (where isover and own_result = 'corrected')::integer as corrected,
        count(*) filter (where isover and own_result = 'refused')::integer as refused,
        count(*) filter (where isover and own_result = 'forwarded')::integer as forwarded,
        count(*) filter (where isover and own_result = 'directed')::integer as directed,
        count(*) filter (where isover and own_result is null)::integer as ended,
        count(*) filter (where closed_on is null or closed_on > ${to}::date)::integer as open
      from (select *, coalesce(closed_on between ${from}::date and ${to}::date, false) as isover from request
        where authority_id = ${authorityId} and kind = 'ownRecord' and received_on <= ${to}::date) r`.execute(
      tx,
    )
    return ok(rows[0] ?? NONE)
  })
}

const NONE: OwnRecordCounts = {
  ...{ received: 0, corrected: 0, refused: 0, forwarded: 0, directed: 0, ended: 0, open: 0 },
}
