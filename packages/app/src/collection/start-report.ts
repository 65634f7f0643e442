import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import type { FileStore } from '../storage/file-store.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { Gathered } from './add-up.js'
import { type FitRefusal, fitDocument } from './fit-document.js'
import { lastYearsReport } from './last-year.js'
import { registerCells, registerFees } from './register-cells.js'
import {
  formOf,
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { type Begun, blankReport, fromLastYear, fromRegister, fromSums } from './starting-points.js'
import { ADD_HERE, type Adder, type StartingSums, sumsToStartWith } from './sums-to-start.js'
import { latestVersion, sendVersion, type VersionOrigin, writeVersion } from './versions.js'

/** What to begin with. The bytes of a file that was read are in the file store under the digest of the reading. */
export type StartFrom =
  | { readonly kind: 'blank' | 'lastYear' | 'consolidation' | 'register' }
  | { readonly kind: 'file'; readonly reading: SavedReport }

export type StartReport = ReportRef & { readonly from: StartFrom }

export type StartRefusal =
  | StepRefusal
  | FitRefusal
  | FileRefusal
  | Refusal<'report.no-last-year' | 'report.file-missing' | 'report.nothing-to-add'>

/** 开始编制: begins the report from the blank form, last year's, the sums of the others', the register or a file. What it began with stays as a version of its own. */
export async function startReport(
  platform: Platform,
  actor: Actor,
  command: StartReport,
  files: Pick<FileStore, 'get'>,
  add: Adder = ADD_HERE,
): Promise<Result<ReportFile, StartRefusal>> {
  const sums =
    command.from.kind === 'consolidation' ? await addBefore(platform, actor, command, add) : NONE
  if (!sums.ok) return sums
  return transact<Result<ReportFile, StartRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'start', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const { authority, reportYear } = report
    const begun = { authority, reportYear, form: await formOf(tx, report) }
    const begin = await beginning(tx, files, report, begun, command.from, sums.value)
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
      detail: { no, origin: begin.value.origin, ...addedUp(sums.value) },
    })
    return ok(after)
  })
}

const NONE = ok(null)

/** Adds up the reports of the others while no transaction is open: it takes its time. */
async function addBefore(
  platform: Platform,
  actor: Actor,
  command: ReportRef,
  add: Adder,
): Promise<Result<StartingSums, StartRefusal>> {
  // Nothing is done yet of what was asked for under the claim.
  const { claim: _, ...reading } = platform
  const gathered = await transact<Result<Gathered, StartRefusal>>(
    reading,
    actor,
    async ({ tx }) => {
      const opened = await openForStep(tx, actor, 'start', command)
      if (!opened.ok) return opened
      const { report } = opened.value
      const found = await sumsToStartWith(tx, report, await formOf(tx, report))
      return found ? ok(found) : NOTHING_TO_ADD
    },
  )
  return gathered.ok ? add(gathered.value) : gathered
}

/** What the record says of the sums: of how many versions, and their digest, by which the consolidation can be held against it. */
function addedUp(sums: StartingSums | null) {
  return sums ? { reports: sums.reports, digest: sums.digest } : {}
}

type Beginning = { readonly origin: VersionOrigin; readonly document: SavedReport }

async function beginning(
  tx: Transaction<Schema>,
  files: Pick<FileStore, 'get'>,
  report: ReportFile,
  begun: Begun,
  from: StartFrom,
  sums: StartingSums | null,
): Promise<Result<Beginning, StartRefusal>> {
  if (from.kind === 'file') return fromFile(files, begun, from.reading)
  if (from.kind === 'blank') return ok({ origin: { kind: 'blank' }, document: blankReport(begun) })
  const last = await lastYearsReport(tx, report)
  if (sums) {
    const document = fromSums(begun, last, sums.cells)
    return ok({ origin: { kind: 'consolidation' }, document })
  }
  if (from.kind === 'register') {
    const cells = await registerCells(tx, report, begun.form)
    const document = fromRegister(begun, last, cells, await registerFees(tx, report))
    return ok({ origin: { kind: 'register' }, document })
  }
  return last
    ? ok({ origin: { kind: 'lastYear' }, document: fromLastYear(begun, last) })
    : noLastYear(report)
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
