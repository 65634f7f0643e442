import { ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { allowAt, type RightRefusal, standingOf } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowToRead } from '../allow-to-read.js'
import { allowToCount, type CountedPeriod, type CountRefusal } from '../counted-period.js'
import { registersOf } from '../registers.js'
import { authorityOfRequest, type RequestNotFound } from '../request.js'
import { type Fee, fees, feesOf } from './fee.js'

/** What section six of the report tells: notices that went out in a period, what they asked for, and what was received in it. */
export type FeeTotals = {
  readonly notices: number
  readonly yuan: number
  /** Paid in the period less what was refunded in it, whenever it was asked for. */
  readonly received: number
}

export type FeePage = {
  readonly fees: readonly Fee[]
  /** Where the next page goes on; null on the last. */
  readonly next: string | null
  readonly totals: FeeTotals
  /** Notices that were recorded as steps alone, written elsewhere: what they asked for is not known. */
  readonly outside: number
}

/** 信息处理费台账: the fees of an authority and of those that it carries on whose notices went out in a period, the newest first, with the totals of the whole period. */
export async function listFees(
  platform: Platform,
  actor: Actor,
  wanted: CountedPeriod & { readonly after: string | null; readonly limit: number },
): Promise<Result<FeePage, CountRefusal>> {
  return transact<Result<FeePage, CountRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToCount(tx, actor, wanted)
    if (!allowed.ok) return allowed
    const { authorityId, from, to, after, limit } = wanted
    const [on = '', id = ''] = after?.split(' ') ?? []
    const registers = await registersOf(tx, authorityId, to)
    const inPeriod = sql`f.authority_id = any (${registers}) and s.taken_on between ${from}::date and ${to}::date`
    const behind = after
      ? sql`${inPeriod} and (s.taken_on, f.letter_id) < (${on}::date, ${id}::uuid)`
      : inPeriod
    const { rows } = await sql<Fee>`select * from (${fees(behind, today(platform))}) t
      order by "noticedOn" desc, "letterId" desc limit ${limit + 1}`.execute(tx)
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return ok({
      fees: await told(tx, actor, authorityId, shown),
      next: last ? `${last.noticedOn} ${last.letterId}` : null,
      totals: await feeTotals(tx, wanted),
      outside: await noticesOutside(tx, wanted),
    })
  })
}

/** The fees of one request, in the order of their notices. */
export async function readFeesOfRequest(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly Fee[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly Fee[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const authority = await authorityOfRequest(tx, requestId)
      if (!authority.ok) return authority
      const allowed = await allowToRead(tx, actor, authority.value)
      if (!allowed.ok) return allowed
      const found = await feesOf(tx, requestId, today(platform))
      return ok(await told(tx, actor, authority.value, found))
    },
  )
}

/** The totals of a period for who was allowed to see them. */
export async function feeTotals(
  tx: Transaction<Schema>,
  { authorityId, from, to }: CountedPeriod,
): Promise<FeeTotals> {
  const registers = await registersOf(tx, authorityId, to)
  const within = (day: string) => sql`${sql.ref(day)} between ${from}::date and ${to}::date`
  const { rows } = await sql<FeeTotals>`
    select count(*) filter (where ${within('noticedOn')})::integer as notices,
      coalesce(sum(yuan) filter (where ${within('noticedOn')}), 0)::integer as yuan,
      (coalesce(sum(yuan) filter (where state in ('paid', 'refunded') and ${within('settledOn')}), 0)
        - coalesce(sum("refundedYuan") filter (where ${within('refundedOn')}), 0))::integer as received
    from (${fees(sql`f.authority_id = any (${registers}) and s.taken_on <= ${to}::date`, to)}) t`.execute(
    tx,
  )
  return rows[0] ?? { notices: 0, yuan: 0, received: 0 }
}

async function noticesOutside(
  tx: Transaction<Schema>,
  { authorityId, from, to }: CountedPeriod,
): Promise<number> {
  const registers = await registersOf(tx, authorityId, to)
  const { rows } = await sql<{ outside: number }>`
    select count(*)::integer as outside from request_step s
    where s.authority_id = any (${registers}) and s.taken_on between ${from}::date and ${to}::date
      and s.step ->> 'name' = 'askFee' and s.letter_id is null and s.struck_at is null`.execute(tx)
  return rows[0]?.outside ?? 0
}

/** Why a fee was waived or refunded may name somebody: it is told to who handles requests. */
async function told(
  tx: Transaction<Schema>,
  actor: Actor,
  authorityId: string,
  found: readonly Fee[],
): Promise<readonly Fee[]> {
  const standing = await standingOf(tx, authorityId)
  if (standing && allowAt(actor, 'request.handle', standing).ok) return found
  return found.map((fee) => (fee.reason === null ? fee : { ...fee, reason: UNTOLD }))
}

const UNTOLD = '（原因由办理人员查看）'
