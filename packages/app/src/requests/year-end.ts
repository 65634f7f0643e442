import { type LocalDate, localDate, ok, type Result, yearOf } from '@gongkai/law'
import { sql } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowToRead } from './allow-to-read.js'
import { registersOf } from './registers.js'

/** The open requests of an authority as they stand today, by what becomes of them with the year. */
export type YearEnd = {
  readonly today: LocalDate
  /** Due by the last day of the year. */
  readonly dueThisYear: number
  /** Due later, or without a due date while somebody is waited for: these carry over (结转下年度继续办理). */
  readonly carriedOver: number
  /** Not received yet; which year counts them is decided by the confirmation. */
  readonly unconfirmed: number
}

/** 年终预演: what is open now, and how much of it will be carried over into the next year if nothing changes. Corrections of own records are no part of Table 3. */
export async function readYearEnd(
  platform: Platform,
  actor: Actor,
  authorityId: string,
): Promise<Result<YearEnd, RightRefusal>> {
  return transact<Result<YearEnd, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToRead(tx, actor, authorityId)
    if (!allowed.ok) return allowed
    const day = today(platform)
    const last = lastDayOf(day)
    const registers = await registersOf(tx, authorityId)
    const { rows } = await sql<Omit<YearEnd, 'today'>>`
      select count(*) filter (where received_on is not null and due_on <= ${last}::date)::integer as "dueThisYear",
        count(*) filter (where received_on is not null and (due_on is null or due_on > ${last}::date))::integer as "carriedOver",
        count(*) filter (where received_on is null)::integer as unconfirmed
      from request where authority_id = any (${registers}) and kind = 'disclosure' and closed_on is null`.execute(
      tx,
    )
    return ok({ today: day, ...(rows[0] ?? NONE) })
  })
}

const NONE = { dueThisYear: 0, carriedOver: 0, unconfirmed: 0 }

/** The last day of the year of `day`. */
export function lastDayOf(day: LocalDate): LocalDate {
  return localDate(`${yearOf(day)}-12-31`)
}
