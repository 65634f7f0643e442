import {
  APPLICANT_KINDS,
  type ApplicantKind,
  GROUNDS,
  type Ground,
  ok,
  type Result,
} from '@gongkai/law'
import { type Cell, type CountedRequests, type FormId, requestCells } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import {
  allowToCount,
  type CountedPeriod,
  type CountRefusal,
  NOT_COUNTED,
} from './counted-period.js'
import { maskedFor } from './masking.js'
import { registersOf } from './registers.js'
import { type RequestFile, requests, toRequest } from './request.js'

export type CountWanted = CountedPeriod & { readonly form: FormId }

/** A page of counted requests, and after what the next page begins; null at the end. */
export type CountedPage = {
  readonly requests: readonly RequestFile[]
  readonly next: string | null
}

/** Table 3 of an authority for any period, from the register as it stands: the year of a result is that of the closing, that of a request that of its receipt. */
export async function countRequests(
  platform: Platform,
  actor: Actor,
  wanted: CountWanted,
): Promise<Result<readonly Cell[], CountRefusal>> {
  return transact<Result<readonly Cell[], CountRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToCount(tx, actor, wanted)
    return allowed.ok ? ok(await tableThree(tx, wanted)) : allowed
  })
}

/** The same for who was allowed to see it. */
export async function tableThree(
  tx: Transaction<Schema>,
  { form, ...period }: CountWanted,
): Promise<readonly Cell[]> {
  return requestCells(form, await countedIn(tx, period))
}

/** The requests that one number of Table 3 counts, in the order of their receipt; of the columns 总计 those of all applicants. At most `limit`, after `after`. */
export async function listCounted(
  platform: Platform,
  actor: Actor,
  wanted: CountWanted & {
    readonly row: string
    readonly column: string
    readonly after: string | null
    readonly limit: number
  },
): Promise<Result<CountedPage, CountRefusal>> {
  return transact<Result<CountedPage, CountRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToCount(tx, actor, wanted)
    if (!allowed.ok) return allowed
    const { row, column, after, limit } = wanted
    const counted = countedBy(wanted, row)
    if (!counted) return NOT_COUNTED
    const kinds = KINDS.filter(
      (kind) => column === '总计' || APPLICANT_KINDS[kind].column === column,
    )
    if (kinds.length === 0) return NOT_COUNTED
    const [on = '', id = ''] = after?.split(' ') ?? []
    const rows = await requests(tx)
      .where('r.authority_id', 'in', await registersOf(tx, wanted.authorityId, wanted.to))
      .where('r.kind', '=', 'disclosure')
      .where('r.received_on', 'is not', null)
      .where('r.applicant_kind', 'in', kinds)
      .where(counted)
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(r.received_on, r.id) > (${on}::date, ${id}::uuid)`),
      )
      .orderBy('r.received_on')
      .orderBy('r.id')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit).map(toRequest)
    const last = rows.length > limit ? shown.at(-1) : undefined
    const told = await maskedFor(tx, actor, wanted.authorityId, shown)
    return ok({ requests: told, next: last ? `${last.receivedOn} ${last.id}` : null })
  })
}

const KINDS = Object.keys(APPLICANT_KINDS) as readonly ApplicantKind[]

/** What is received, what is carried in, what is closed, what is open: each by its days. */
async function countedIn(
  tx: Transaction<Schema>,
  { authorityId, from, to }: CountedPeriod,
): Promise<readonly CountedRequests[]> {
  const registers = await registersOf(tx, authorityId, to)
  const { rows } = await sql<{
    kind: ApplicantKind
    isNew: boolean
    ground: Ground | null
    count: number
  }>`
    select applicant_kind as kind, received_on >= ${from}::date as "isNew",
      case when closed_on <= ${to}::date then counted_under end as ground, count(*) as count
    from request
    where authority_id = any (${registers}) and kind = 'disclosure' and received_on <= ${to}::date
      and (closed_on is null or closed_on >= ${from}::date)
    group by 1, 2, 3`.execute(tx)
  return rows.map(({ kind, isNew, ground, count }) => ({
    column: APPLICANT_KINDS[kind].column,
    row: ground && GROUNDS[ground].row,
    ...{ isNew, count },
  }))
}

/** Which requests a row counts; undefined where the form has no such row. */
function countedBy({ from, to, form }: CountWanted, row: string) {
  const inPeriod = sql<boolean>`r.closed_on between ${from}::date and ${to}::date`
  if (row === '一') return sql<boolean>`r.received_on between ${from}::date and ${to}::date`
  if (row === '二')
    return sql<boolean>`r.received_on < ${from}::date and (r.closed_on is null or r.closed_on >= ${from}::date)`
  if (row === '四')
    return sql<boolean>`r.received_on <= ${to}::date and (r.closed_on is null or r.closed_on > ${to}::date)`
  if (row === '三（七）') return inPeriod
  const grounds = (Object.keys(GROUNDS) as readonly Ground[]).filter((ground) => {
    const own: string = GROUNDS[ground].row
    return own === row || (form === '2019' && row === '三（六）' && own.startsWith(row))
  })
  return grounds.length === 0
    ? undefined
    : sql<boolean>`r.counted_under = any (${grounds}) and ${inPeriod}`
}
