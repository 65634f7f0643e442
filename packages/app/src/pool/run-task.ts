import { readFile as readBytes, stat } from 'node:fs/promises'
import {
  LIMITS,
  REFUSALS,
  type RedactRefusal,
  readSheetRows,
  type SheetRow,
} from '@gongkai/documents'
import { ok, type Result, refuse } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { type CheckResult, checkReport } from '../checks/check-report.js'
import { matchPrevious } from '../checks/match-previous.js'
import { siblingsIn } from '../checks/shared-siblings.js'
import { subordinatesOf } from '../checks/subordinates.js'
import { type StartingSums, startingSums } from '../collection/sums-to-start.js'
import { readFile, readSaved } from '../files/read-file.js'
import { FILE_REFUSALS, type FileRefusal, type FileResult } from '../files/refusals.js'
import type { JobResult } from '../jobs/job.js'
import { runJob } from '../jobs/run-job.js'
import { type CaseFiles, fileCaseTask } from '../requests/filing/file-case-task.js'
import { type RedactedFile, redactTask } from '../requests/materials/redact-task.js'
import type { Checked, FileCheck, FileInput, References, Task } from './tasks.js'

/** What a task is answered with: that of its kind. */
export type TaskResult =
  | FileResult<SavedReport>
  | FileResult<Checked>
  | FileResult<CheckResult>
  | FileResult<readonly SheetRow[]>
  | FileResult<StartingSums>
  | Result<RedactedFile, FileRefusal | RedactRefusal>
  | FileResult<CaseFiles>
  | JobResult

/** Does one task. */
export function runTask(task: Task, references: References): Promise<TaskResult> | TaskResult {
  switch (task.kind) {
    case 'read':
      return load(task.input, task.as)
    case 'check':
      return check(task.input, task.check, references)
    case 'checkSaved':
      return ok(checkSaved(task, references))
    case 'rows':
      return readSheetRows(task.bytes)
    case 'sums':
      return ok(startingSums(task.gathered))
    case 'redact':
      return redactTask(task.given)
    case 'fileCase':
      return fileCaseTask(task.filed)
    case 'job':
      return runJob(task.job)
  }
}

function checkSaved(
  { report, against, siblings }: Extract<Task, { readonly kind: 'checkSaved' }>,
  references: References,
): CheckResult {
  const given = siblings ? siblingsIn(siblings) : references.siblings
  return checkReport(report, { siblings: given, ...against })
}

async function check(
  input: FileInput,
  options: FileCheck,
  references: References,
): Promise<FileResult<Checked>> {
  const read = await load(input, 'given')
  if (!read.ok) return read
  const report = read.value
  const previous = previousOf(report, options, references)
  const before = previous ? await load(previous, 'given') : null
  if (before && !before.ok) {
    // It is not the file itself that cannot be read.
    return refuse(before.refusal.code, `上一年度报告：${before.refusal.message}`)
  }
  const result = checkReport(report, {
    ...options,
    previous: before?.value ?? null,
    siblings: references.siblings,
    subordinates: subordinatesOf(report, references.subordinates),
  })
  return ok({ report, result })
}

/** A single one is taken as it is: the rules then say why it does not fit. */
function previousOf(report: SavedReport, options: FileCheck, { previous }: References) {
  const [first, second] = previous
  if (!second) return first ?? null
  return matchPrevious({ ...report, authority: options.authority ?? report.authority }, previous)
}

async function load(input: FileInput, as: 'given' | 'saved'): Promise<FileResult<SavedReport>> {
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
