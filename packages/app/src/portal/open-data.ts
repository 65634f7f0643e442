import { type ReportFormat, writeReport } from '@gongkai/documents'
import { ok } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { publicDocument } from './public-document.js'
import { fileName } from './read-published.js'
import { IS_PUBLIC, PUBLIC_REPORT, type PublicReport } from './standing.js'

/** The formats of a whole year, with the media type of each. */
export const YEAR_FORMATS = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
} as const

export type YearFormat = keyof typeof YEAR_FORMATS

/** Article 5 of the Copyright Law: official documents are nobody's. */
export const LICENCE =
  '年度报告是国家机关的文件，依照《中华人民共和国著作权法》第五条第（一）项不适用著作权法，可以自由使用；使用时请注明来源和取得的日期。'

/** The newest edition of a published report, with how it was published. */
export type OpenReport = {
  readonly about: PublicReport
  readonly edition: number
  readonly publishedAt: Date
  readonly document: SavedReport
}

/** So many are in memory at a time. */
const BATCH = 20

/**
 * Every published report of a year in the order of the tree, some at a time: each time as they stand then, and one that is withdrawn meanwhile is left out.
 */
export async function* openReports(platform: Platform, year: number): AsyncGenerator<OpenReport> {
  let after = ''
  for (;;) {
    const { value } = await nextReports(platform, year, after)
    for (const { document, place: _, publishedAt, edition, ...about } of value) {
      const name = fileName(about.authority, year, edition)
      const report = { about: { ...about, year }, edition, publishedAt }
      yield {
        ...report,
        document: publicDocument(document, { name, publishedOn: about.publishedOn }),
      }
    }
    const last = value.at(-1)
    if (!last || value.length < BATCH) return
    after = last.place
  }
}

type Row = Omit<PublicReport, 'year'> &
  Pick<OpenReport, 'edition' | 'publishedAt' | 'document'> & { readonly place: string }

function nextReports(platform: Platform, year: number, after: string) {
  const { tenantId } = platform
  return transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<Row>`
      select p.*, v.document from (
        select ${PUBLIC_REPORT}, a.place, r.id, r.published_no, v.published_at as "publishedAt",
          (select count(*) from report_version o where o.tenant_id = ${tenantId} and o.report_id = r.id
            and o.no <= r.published_no and o.published_at is not null and o.withdrawn_at is null) as edition
        from annual_report r
          join authority a on a.tenant_id = ${tenantId} and a.id = r.authority_id
          join report_version v on v.tenant_id = ${tenantId} and v.report_id = r.id and v.no = r.published_no
            and v.withdrawn_at is null
          cross join lateral (select r.due_on) q
        where r.tenant_id = ${tenantId} and r.report_year = ${year} and r.state = 'published' and ${IS_PUBLIC}
          and a.place > ${after}
        order by a.place limit ${BATCH}
      ) p join report_version v on v.tenant_id = ${tenantId} and v.report_id = p.id and v.no = p.published_no
      order by p.place`.execute(tx)
    return ok(rows)
  })
}

/** A whole year as one file, report by report. */
export async function* writeYear(
  platform: Platform,
  year: number,
  format: YearFormat,
): AsyncGenerator<string> {
  if (format === 'xml') yield `${XML_HEAD}\n<annualReports year="${year}">\n<!-- ${LICENCE} -->\n`
  let isFirst = true
  for await (const report of openReports(platform, year)) {
    yield format === 'ndjson' ? ndjson(report) : await part(report, format, isFirst)
    isFirst = false
  }
  if (format === 'xml') yield '</annualReports>\n'
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

function ndjson({ about, edition, publishedAt, document }: OpenReport): string {
  const { address: _, ...rest } = about
  return `${JSON.stringify({ ...rest, edition, publishedAt, report: document })}\n`
}

/** What is written before every report alone stands once before all. */
const HEADS: Readonly<Record<'csv' | 'xml', RegExp>> = {
  csv: /^\ufeff?[^\r\n]*\r\n/,
  xml: /^<\?xml[^\n]*\n/,
}

async function part(
  { document }: OpenReport,
  format: Extract<ReportFormat, 'csv' | 'xml'>,
  isFirst: boolean,
): Promise<string> {
  const written = await writeReport(document, format)
  // Of the oldest forms there are no cells to list.
  if (!written.ok) return ''
  const text = Buffer.from(written.value.bytes).toString()
  return isFirst && format === 'csv' ? text : text.replace(HEADS[format], '')
}
