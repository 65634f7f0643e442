import { readFile as readBytes, stat } from 'node:fs/promises'
import { LIMITS, REFUSALS } from '@gongkai/documents'
import { type LocalDate, ok, refuse } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { type CheckResult, checkReport } from '../checks/check-report.js'
import { matchPrevious, type ReportKey } from '../checks/match-previous.js'
import { type Sibling, siblingOf } from '../checks/siblings.js'
import { type GivenFile, readFile, readSaved } from '../files/read-file.js'
import { FILE_REFUSALS, type FileRefusal, type FileResult } from '../files/refusals.js'

/** A file by its bytes, or by its place on disk: then it is measured before it is read. */
export type FileInput = GivenFile | { readonly name: string; readonly path: string }

/** Where last year's report of an authority is found. */
export type PreviousFile = ReportKey & { readonly name: string; readonly path: string }

/** What every file of a run is held against. */
export type References = {
  /** Reports of earlier years; of several each file gets its own by authority and year, a single one goes to every file. */
  readonly previous: readonly PreviousFile[]
  readonly siblings: readonly Sibling[]
}

/** What one file is held against. */
export type FileCheck = {
  readonly authority?: string | null
  readonly publishedOn?: LocalDate | null
  /** Last year's report; the references of the run are looked through where it is absent. */
  readonly previous?: FileInput | null
  /** Reports of other authorities, in the place of the siblings of the run. */
  readonly siblings?: readonly FileInput[]
}

/** `saved`: a saved reading keeps the name and digest of the file that it was first read from. */
export type Task = {
  readonly input: FileInput
  readonly as: 'given' | 'saved'
  readonly check: FileCheck | null
}

/** A file that was read and checked. */
export type Checked = { readonly report: SavedReport; readonly result: CheckResult }

export type TaskResult = { readonly report: SavedReport; readonly result: CheckResult | null }

/** Reads one file and, where asked, checks it. */
export async function runTask(
  { input, as, check }: Task,
  references: References,
): Promise<FileResult<TaskResult>> {
  const read = await load(input, as)
  if (!read.ok) return read
  const report = read.value
  if (!check) return ok({ report, result: null })
  const previous = check.previous ?? previousOf(report, check, references)
  const before = previous ? await load(previous, 'given') : null
  if (before && !before.ok) return of('上一年度报告', before.refusal)
  const siblings = check.siblings ? await loadSiblings(check.siblings) : ok(references.siblings)
  if (!siblings.ok) return of('其他机关的报告', siblings.refusal)
  const options = { ...check, siblings: siblings.value, previous: before?.value ?? null }
  return ok({ report, result: checkReport(report, options) })
}

/** Says that it is not the file itself that cannot be read. */
function of(what: string, { code, message }: FileRefusal) {
  return refuse(code, `${what}：${message}`)
}

async function loadSiblings(inputs: readonly FileInput[]): Promise<FileResult<readonly Sibling[]>> {
  const siblings: Sibling[] = []
  for (const input of inputs) {
    const read = await load(input, 'given')
    if (!read.ok) return read
    siblings.push(siblingOf(read.value))
  }
  return ok(siblings)
}

/** A single one is taken as it is: the rules then say why it does not fit. */
function previousOf(report: SavedReport, check: FileCheck, { previous }: References) {
  const [first, second] = previous
  if (!second) return first ?? null
  return matchPrevious({ ...report, authority: check.authority ?? report.authority }, previous)
}

async function load(input: FileInput, as: Task['as']): Promise<FileResult<SavedReport>> {
  const bytes = 'bytes' in input ? ok(input.bytes) : await fromDisk(input.path)
  if (!bytes.ok) return bytes
  const file = { name: input.name, bytes: bytes.value }
  return as === 'saved' ? readSaved(file) : readFile(file)
}

async function fromDisk(path: string): Promise<FileResult<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > LIMITS.fileBytes) return REFUSALS.tooLarge(size, LIMITS.fileBytes)
    return ok(await readBytes(path))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? FILE_REFUSALS.notFound() : FILE_REFUSALS.unreadable(code)
  }
}
