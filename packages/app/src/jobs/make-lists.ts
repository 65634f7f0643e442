import { REPORT_FORMATS, writeSheetRows } from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import {
  type CheckedFile,
  exportFindings,
  exportOverview,
  type ListedCheck,
} from '../checks/export-checks.js'
import { addUp } from '../collection/add-up.js'
import { consolidatedSheet } from '../collection/sheets.js'
import { BODIES } from './bodies.js'
import type { BodyRefusal, JobOf, JobResult } from './job.js'
import { madeFile, madeJson } from './made.js'
import { takeBody, takeReport } from './take-body.js'

/** The findings of the checks given, as a workbook or a page to print. */
export async function findings({ body, to }: JobOf<'findings'>): Promise<JobResult> {
  const given = takeBody<{ readonly results: readonly ListedCheck[] }>(body, BODIES.findings)
  if (!given.ok) return given
  return writeFindings(given.value.results, to)
}

/** The same of checks that come from the database, and are what they are. */
export async function writeFindings(
  results: readonly ListedCheck[],
  to: 'xlsx' | 'html',
): Promise<JobResult> {
  const bytes = await exportFindings(results, to)
  return ok(madeFile(bytes, `发现清单.${to}`, REPORT_FORMATS[to]))
}

/** A workbook of one sheet. */
export async function sheet({ title, rows, name }: JobOf<'sheet'>): Promise<JobResult> {
  return ok(madeFile(await writeSheetRows(title, rows), name, REPORT_FORMATS.xlsx))
}

/** The sums of a collection, as the API answers them or as a workbook. */
export async function consolidation({ gathered, to }: JobOf<'consolidation'>): Promise<JobResult> {
  const sums = addUp(gathered)
  if (to === 'json') return madeJson(sums)
  const rows = consolidatedSheet(sums)
  return sheet({ kind: 'sheet', title: '汇总', rows, name: '年度报告汇总.xlsx' })
}

type GivenFile =
  | { readonly ok: true; readonly report: unknown; readonly result: ListedCheck }
  | Extract<CheckedFile, { readonly ok: false }>

/** One workbook of all files. */
export async function overview({ body }: JobOf<'overview'>): Promise<JobResult> {
  const given = takeBody<{ readonly files: readonly GivenFile[] }>(body, BODIES.overview)
  if (!given.ok) return given
  const files: CheckedFile[] = []
  for (const [at, one] of given.value.files.entries()) {
    const taken = one.ok ? takeFile(one, at) : ok(one)
    if (!taken.ok) return taken
    files.push(taken.value)
  }
  const bytes = await exportOverview(files)
  return ok(madeFile(bytes, '年度报告总表.xlsx', REPORT_FORMATS.xlsx))
}

function takeFile(
  { report, result }: Extract<GivenFile, { readonly ok: true }>,
  at: number,
): Result<CheckedFile, BodyRefusal> {
  const taken = takeReport(report, `files.${at}.report`)
  return taken.ok ? ok({ ok: true, report: taken.value, result }) : taken
}
