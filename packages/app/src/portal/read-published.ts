import { dayInChina, type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { findPublicAuthority, NOT_FOUND, type NoPublicAuthority } from './find-authority.js'
import { publicDocument } from './public-document.js'
import { IS_PUBLIC, PUBLIC_REPORT, type PublicReport } from './standing.js'

/** Which report; the newest of its published versions where none is named. */
export type ReadPublished = {
  readonly year: number
  /** As it stands in an address: the name, a name of the past, the credit code or the id. */
  readonly authority: string
  /** 1 for what was published first, 2 for its first correction. */
  readonly edition?: number
}

export type Edition = {
  readonly edition: number
  /** The day on which it was put here. */
  readonly on: LocalDate
  /** Why it takes the place of the one before; null for the first. */
  readonly reason: string | null
}

export type PublishedView = {
  readonly report: PublicReport
  /** Newest first; none where nothing is public. */
  readonly editions: readonly Edition[]
  /** Null where nothing is public now. */
  readonly shown: ShownEdition | null
}

export type ShownEdition = Edition & {
  readonly document: SavedReport
  /** The edition before; null for the first. */
  readonly earlier: SavedReport | null
}

type NoEdition = Refusal<'public.no-edition'>

/** A report as everybody may read it, with its editions; where it was withdrawn or is not published yet, how it stands. */
export async function readPublished(
  platform: Platform,
  { year, authority, edition }: ReadPublished,
): Promise<Result<PublishedView, NoPublicAuthority | NoEdition>> {
  const { tenantId } = platform
  return transact(platform, null, async ({ tx }) => {
    const found = await findPublicAuthority(tx, tenantId, authority, year)
    if (!found.ok) return found
    const report = await reportOf(tx, tenantId, found.value, year)
    if (!report) return NOT_FOUND
    const heads = await editionsOf(tx, tenantId, report)
    const newest = heads.at(-1)
    if (!newest) return ok({ report, editions: [], shown: null })
    const wanted = heads.find((head) => head.edition === (edition ?? newest.edition))
    if (!wanted) return NO_EDITION
    const before = heads.find((head) => head.edition === wanted.edition - 1)
    const document = await documentOf(tx, tenantId, wanted, report)
    const earlier = before ? await documentOf(tx, tenantId, before, report) : null
    const editions = heads.map(toEdition).toReversed()
    return ok({ report, editions, shown: { ...toEdition(wanted), document, earlier } })
  })
}

async function reportOf(
  tx: Transaction<Schema>,
  tenantId: string,
  authorityId: string,
  year: number,
): Promise<PublicReport | null> {
  const { rows } = await sql<Omit<PublicReport, 'year'>>`
    select ${PUBLIC_REPORT} from asked_of(${authorityId}) q
      join authority a on a.tenant_id = ${tenantId} and a.id = ${authorityId}
      left join annual_report r on r.tenant_id = ${tenantId} and r.authority_id = ${authorityId}
        and r.report_year = q.report_year and ${IS_PUBLIC}
      where q.report_year = ${year}`.execute(tx)
  return rows[0] ? { ...rows[0], year } : null
}

type Head = {
  readonly edition: number
  readonly reportId: string
  readonly no: number
  readonly publishedAt: Date
  readonly reason: string | null
}

async function editionsOf(
  tx: Transaction<Schema>,
  tenantId: string,
  { authorityId, year }: PublicReport,
): Promise<readonly Head[]> {
  const { rows } = await sql<Head>`
    select row_number() over (order by v.no) as edition, v.report_id as "reportId", v.no,
      v.published_at as "publishedAt", v.reason
    from annual_report r join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id
    where r.tenant_id = ${tenantId} and r.authority_id = ${authorityId} and r.report_year = ${year}
      and r.state = 'published' and v.published_at is not null and v.withdrawn_at is null
    order by v.no`.execute(tx)
  return rows
}

async function documentOf(
  tx: Transaction<Schema>,
  tenantId: string,
  { reportId, no, edition }: Head,
  { authority, year, publishedOn }: PublicReport,
): Promise<SavedReport> {
  const { document } = await tx
    .selectFrom('report_version')
    .select('document')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
  return publicDocument(document, { name: fileName(authority, year, edition), publishedOn })
}

/** What a file of an edition is called, without its ending. */
export function fileName(authority: string, year: number, edition: number): string {
  const which = edition === 1 ? '' : `（第${edition}次公布）`
  return `${authority}${year}年政府信息公开工作年度报告${which}`
}

function toEdition({ edition, publishedAt, reason }: Head): Edition {
  return { edition, on: dayInChina(publishedAt.getTime()), reason }
}

const NO_EDITION = refuse(
  'public.no-edition',
  '这份报告没有这一次公布的内容。请从报告页面的“历次公布”重新选择。',
)
