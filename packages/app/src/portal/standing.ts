import type { LocalDate } from '@gongkai/law'
import { sql } from 'kysely'

/** How an authority stands with its report on a year, as everybody may know it. */
// biome-ignore format: table
export const STANDINGS = {
  inTime:     '按时公布',
  late:       '逾期公布',
  dayUnknown: '已公布，日期不详',
  overdue:    '逾期未公布',
  waiting:    '尚未公布',
  withdrawn:  '已撤回',
} as const satisfies Record<string, string>

export type Standing = keyof typeof STANDINGS

/** The report of one authority on one year, without its text. */
export type PublicReport = {
  readonly authorityId: string
  /** The authority's name as it is registered now. */
  readonly authority: string
  /** What stands for the authority in an address: its name, or its id where another one took the name. */
  readonly address: string
  readonly year: number
  readonly dueOn: LocalDate
  readonly standing: Standing
  /** The day on which it was really published; null where it was not, or the day of a report of the past is not known. */
  readonly publishedOn: LocalDate | null
  /** Days after the due date: of the publication, else of today. */
  readonly daysLate: number
  readonly withdrawnOn: LocalDate | null
  readonly withdrawnReason: string | null
}

/** The columns of a `PublicReport` over `q` (asked), `a` (authority) and `r` (what is public of the report, or nothing). */
export const PUBLIC_REPORT = sql`
  a.id as "authorityId", a.name as authority,
  case when a.dissolved_on is not null and exists (select from authority b
    where b.tenant_id = a.tenant_id and b.name = a.name and b.dissolved_on is null) then a.id::text else a.name end as address,
  q.due_on as "dueOn",
  case when r.state = 'withdrawn' then 'withdrawn'
    when r.state = 'published' and r.published_on is null then 'dayUnknown'
    when r.state = 'published' and r.published_on > q.due_on then 'late'
    when r.state = 'published' then 'inTime'
    when current_day() > q.due_on then 'overdue' else 'waiting' end as standing,
  r.published_on as "publishedOn",
  case when r.state is not null and r.published_on is null then 0
    else greatest(0, coalesce(r.published_on, current_day()) - q.due_on) end as "daysLate",
  r.withdrawn_on as "withdrawnOn", r.withdrawn_reason as "withdrawnReason"`

/** What is public of a report joins so: nothing that is still being worked on, whoever asks. */
export const IS_PUBLIC = sql`r.state in ('published', 'withdrawn')`
