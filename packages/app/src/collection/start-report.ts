import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { FileStore } from '../storage/file-store.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type FitRefusal, fitDocument } from './fit-document.js'
import { lastYearsReport } from './last-year.js'
import {
  formOf,
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { type Begun, blankReport, fromLastYear, fromSums } from './starting-points.js'
import { sumsToStartWith } from './sums-to-start.js'
import { latestVersion, sendVersion, type VersionOrigin, writeVersion } from './versions.js'

/** What to begin with. The bytes of a file that was read are in the file store under the digest of the reading. */
export type StartFrom =
  | { readonly kind: 'blank' | 'lastYear' | 'consolidation' }
  | { readonly kind: 'file'; readonly reading: SavedReport }

export type StartReport = ReportRef & { readonly from: StartFrom }

export type StartRefusal =
  | StepRefusal
  | FitRefusal
  | Refusal<'report.no-last-year' | 'report.file-missing' | 'report.nothing-to-add'>

/** 开始编制: begins the report from the blank form, last year's, the sums of the others' or a file. What it began with stays as a version of its own. */
export async function startReport(
  platform: Platform,
  actor: Actor,
  command: StartReport,
  files: Pick<FileStore, 'get'>,
): Promise<Result<ReportFile, StartRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'start', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const { authority, reportYear } = report
    const begun = { authority, reportYear, form: await formOf(tx, report) }
    const begin = await beginning(tx, files, report, begun, command.from)
    if (!begin.ok) return begin
    const last = await latestVersion(tx, report.id)
    if (last?.frozenAt === null) await sendVersion(tx, report.id, last, {}, platform.now())
    const version = { report, as, ...begin.value }
    const no = await writeVersion(tx, platform, actor, version, { freeze: true })
    const after = await writeStep(tx, opened.value)
    record({
      as,
      name: 'reportStarted',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: { no, origin: begin.value.origin },
    })
    return ok(after)
  })
}

type Beginning = { readonly origin: VersionOrigin; readonly document: SavedReport }

async function beginning(
  tx: Transaction<Schema>,
  files: Pick<FileStore, 'get'>,
  report: ReportFile,
  begun: Begun,
  from: StartFrom,
): Promise<Result<Beginning, StartRefusal>> {
  if (from.kind === 'file') return fromFile(files, begun, from.reading)
  if (from.kind === 'blank') return ok({ origin: { kind: 'blank' }, document: blankReport(begun) })
  const last = await lastYearsReport(tx, report)
  if (from.kind === 'consolidation') return fromOthers(tx, report, begun, last)
  return last
    ? ok({ origin: { kind: 'lastYear' }, document: fromLastYear(begun, last) })
    : noLastYear(report)
}

async function fromOthers(
  tx: Transaction<Schema>,
  report: ReportFile,
  begun: Begun,
  last: SavedReport | null,
): Promise<Result<Beginning, StartRefusal>> {
  const cells = await sumsToStartWith(tx, report, begun.form)
  return cells
    ? ok({ origin: { kind: 'consolidation' }, document: fromSums(begun, last, cells) })
    : NOTHING_TO_ADD
}

async function fromFile(
  files: Pick<FileStore, 'get'>,
  begun: Begun,
  reading: SavedReport,
): Promise<Result<Beginning, StartRefusal>> {
  const { sha256: digest } = reading
  if (digest === null || !(await files.get(digest))) return FILE_MISSING
  const fit = fitDocument(begun, reading)
  return fit.ok ? ok({ origin: { kind: 'file', digest }, document: fit.value }) : fit
}

function noLastYear({ authority, reportYear }: ReportFile) {
  const message = `系统中没有“${authority}”已接收的${reportYear - 1}年度报告。请上传原报告文件，或选用空白表格。`
  return refuse('report.no-last-year', message)
}

const NOTHING_TO_ADD = refuse(
  'report.nothing-to-add',
  '没有可以汇总的报告：以汇总数起稿的，只能是组织年度报告工作的机关，而且须先接收所属机关的报告。请接收后再办理，或选用其他方式起稿。',
)

const FILE_MISSING = refuse('report.file-missing', '上传的文件没有保存下来。请重新上传。')
