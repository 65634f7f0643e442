import { randomUUIDv7 } from 'node:crypto'
import type { SavedReport } from '@gongkai/report'
import pg from 'pg'
import type { ReportState } from '../../src/collection/states.js'
import type { Region } from '../support/platform.js'
import { asOwner } from './support.js'

/** Where a report is put: in a collection of its own, of a year of its own. */
export type Made = {
  readonly collectionId: string
  readonly reportYear: number
  readonly reportId: string
  readonly remarkId: string
}

/** By what the one finding of every version is known. */
export const FOUND = { rule: 'y', place: 'y', value: 'y' } as const

const RESULT = JSON.stringify({
  ...{ versionNo: 1, ruleset: 'x', checkedAt: '2026-01-05T01:00:00.000Z' },
  findings: [{ rule: 'y', severity: 'warning', message: '请核对', key: FOUND }],
  ...{ notAssessable: [], rejected: [], unread: [] },
})

let year = 3000

/** Every other year: none of the reports is last year's of another. */
function nextYear(): number {
  year += 2
  return year
}

/**
 * A report in `state`, put there by the owner of the database: version 1 as far out as the state says, and in a state in which it is
 * worked on a working version 2; each with findings, and a waiver and a remark on the first. `beside`: in the collection of that one.
 */
export async function madeReport(
  region: Region,
  { collector, authority }: { readonly collector: string; readonly authority: string },
  state: ReportState,
  document: ((year: number) => SavedReport) | null = null,
  beside: Made | null = null,
): Promise<Made> {
  const tenant = region.platform.tenantId
  const made = {
    ...{ reportId: randomUUIDv7(), remarkId: randomUUIDv7() },
    collectionId: beside?.collectionId ?? randomUUIDv7(),
    reportYear: beside?.reportYear ?? nextYear(),
  }
  const { collectionId, reportYear } = made
  const opened = `insert into gongkai.collection
    values ('${tenant}', '${collectionId}', '${collector}', ${reportYear}, '2021', '', '[]', now())`
  const text = pg.escapeLiteral(JSON.stringify(document?.(reportYear) ?? {}))
  const statements = [
    ...(beside ? [] : [opened]),
    fileOf(tenant, made, authority, state),
    ...(state === 'notStarted' ? [] : contentsOf(tenant, made, authority, state, text)),
  ]
  // At once: as one transaction on one connection.
  await asOwner(region, statements.join(';'))
  return made
}

const DAY = `'2026-01-05'`
const OUT: readonly ReportState[] = ['submitted', 'returned', 'accepted', 'published', 'withdrawn']
const RECEIVED: readonly ReportState[] = ['accepted', 'published', 'withdrawn']
const PUBLIC: readonly ReportState[] = ['published', 'withdrawn']
const WORKED_ON: readonly ReportState[] = ['draft', 'returned', 'published', 'closed']

function fileOf(tenant: string, made: Made, authority: string, state: ReportState): string {
  const { reportId, collectionId, reportYear } = made
  const no = (states: readonly ReportState[]) => (states.includes(state) ? '1' : 'null')
  const tombstone = state === 'withdrawn' ? `${DAY}, '划转'` : 'null, null'
  const closed =
    state === 'closed' ? `'draft', ${DAY}, '划转', '云政发〔2026〕1号'` : 'null, null, null, null'
  return `insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state,
      submitted_no, accepted_no, published_no, published_on, withdrawn_on, withdrawn_reason, closed_from, closed_on, closed_reason, closed_basis)
    values ('${tenant}', '${reportId}', '${collectionId}', '${authority}', ${reportYear}, '2026-01-31', '${state}',
      ${no(OUT)}, ${no(RECEIVED)}, ${no(PUBLIC)}, ${PUBLIC.includes(state) ? DAY : 'null'}, ${tombstone}, ${closed})`
}

function contentsOf(
  tenant: string,
  { reportId, remarkId }: Made,
  authority: string,
  state: ReportState,
  text: string,
): readonly string[] {
  const key = `'${tenant}', '${reportId}'`
  const at = (states: readonly ReportState[]) => (states.includes(state) ? DAY : 'null')
  const marks = `${at(OUT)}, ${at(PUBLIC)}, ${at(['withdrawn'])}`
  const version = (no: number, sent: string) => `
    insert into gongkai.report_version (tenant_id, report_id, no, authority_id, origin, document, texts, drafters, saved_at,
      frozen_at, submitted_at, published_at, withdrawn_at)
    values (${key}, ${no}, '${authority}', 'edited', ${text}, '[]', '[]', ${DAY}, ${sent})`
  return [
    version(1, `${DAY}, ${marks}`),
    ...(WORKED_ON.includes(state) ? [version(2, 'null, null, null, null')] : []),
    `insert into gongkai.report_check values (${key}, '${authority}', 1, 'x', now(), 0, 0)`,
    `insert into gongkai.report_finding select ${key}, no, '${authority}', '${RESULT}'
      from gongkai.report_version where report_id = '${reportId}'`,
    `insert into gongkai.report_waiver
      select '${tenant}', gen_random_uuid(), '${reportId}', '${authority}', no, 'x', 'x', 'x', 'x', 'x', '${reportId}', now()
      from gongkai.report_version where report_id = '${reportId}'`,
    `insert into gongkai.report_remark (tenant_id, id, report_id, authority_id, version_no, target, words, made_by, made_at)
      values ('${tenant}', '${remarkId}', '${reportId}', '${authority}', 1, '{"kind":"report"}', '请核对', '${reportId}', now())`,
  ]
}
