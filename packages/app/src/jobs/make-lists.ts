import { REPORT_FORMATS } from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import {
  type CheckedFile,
  exportFindings,
  exportOverview,
  type ListedCheck,
} from '../checks/export-checks.js'
import { BODIES } from './bodies.js'
import type { BodyRefusal, JobOf, JobResult } from './job.js'
import { madeFile } from './made.js'
import { takeBody, takeReport } from './take-body.js'

/** The findings of the checks given, as a workbook or a page to print. */
export async function findings({ body, to }: JobOf<'findings'>): Promise<JobResult> {
  const given = takeBody<{ readonly results: readonly ListedCheck[] }>(body, BODIES.findings)
  if (!given.ok) return given
  const bytes = await exportFindings(given.value.results, to)
  return ok(madeFile(bytes, `发现清单.${to}`, REPORT_FORMATS[to]))
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
