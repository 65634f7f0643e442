import type { FiledCase, RedactRefusal, SheetRow } from '@gongkai/documents'
import type { Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { CheckOptions, CheckResult } from '../checks/check-report.js'
import type { SharedSiblings } from '../checks/shared-siblings.js'
import type { Gathered } from '../collection/add-up.js'
import type { StartingSums } from '../collection/sums-to-start.js'
import type { GivenFile } from '../files/read-file.js'
import type { FileRefusal, FileResult } from '../files/refusals.js'
import type { Job, JobResult } from '../jobs/job.js'
import type { CaseFiles } from '../requests/filing/file-case-task.js'
import type { RedactedFile, RedactTask } from '../requests/materials/redact-task.js'
import type { Converter, StartConverter, TaskLimits } from './converter.js'
import { startProcess } from './process.js'
import type { TaskResult } from './run-task.js'
import type { Checked, FileCheck, FileInput, References, Task } from './tasks.js'

export type PoolOptions = Partial<TaskLimits> & {
  /** How many files are worked on at the same time. */
  readonly jobs: number
  /** Processes, unless told otherwise (ADR 0019). */
  readonly start?: StartConverter
  readonly references?: References
  /** Told of every fault, with the name of the file that it kept from being read, or the kind of the job. */
  readonly onFault?: (fault: unknown, name: string) => void
}

/**
 * Does what costs time in converters, each task under a limit of time and memory. A task that exceeds one, or
 * that a fault ends, is answered with a refusal; nothing is ever thrown for a file.
 */
export type Pool = {
  readonly jobs: number
  readonly read: (input: FileInput) => Promise<FileResult<SavedReport>>
  /** Of our own formats, the reading under the name and digest of the file that it was first read from. */
  readonly readSaved: (input: FileInput) => Promise<FileResult<SavedReport>>
  readonly check: (input: FileInput, check?: FileCheck) => Promise<FileResult<Checked>>
  /** Of a report that was read before: what it is held against is told with it. */
  readonly checkSaved: (
    report: SavedReport,
    against: CheckOptions,
    siblings?: SharedSiblings,
  ) => Promise<FileResult<CheckResult>>
  /** What `readSheetRows` reads. */
  readonly readRows: (file: GivenFile) => Promise<FileResult<readonly SheetRow[]>>
  /** The cells with which a report begins that adds up others. */
  readonly addUp: (gathered: Gathered) => Promise<FileResult<StartingSums>>
  /** A document with parts of it withheld. Takes long: for a pool with a longer limit. */
  readonly redact: (given: RedactTask) => Promise<Result<RedactedFile, FileRefusal | RedactRefusal>>
  /** A case as one document and as its originals. Takes long, as above. */
  readonly fileCase: (filed: FiledCase) => Promise<FileResult<CaseFiles>>
  /** From bytes to bytes; the body is gone from the caller. */
  readonly run: (job: Job) => Promise<JobResult>
  /** Ends the converters; what they were working on is refused. */
  readonly close: () => Promise<void>
}

/** No published report comes near these; with them a command on one file ends within 10 seconds and 500 MB. */
const LIMITS: TaskLimits = { timeoutMs: 8_000, memoryMb: 320, residentMb: 1020, keptMb: 500 }

const NO_REFERENCES: References = { previous: [], siblings: [], subordinates: [] }

/** Makes a pool of at most `jobs` converters; one is started when the first task needs it. */
export function createPool(options: PoolOptions): Pool {
  const { jobs, references = NO_REFERENCES, start = startProcess, onFault, ...given } = options
  const converters = share(jobs, () => start({ ...LIMITS, ...given }, references))
  // A task is answered with the result of its kind.
  const run = async <T extends TaskResult>(task: Task, about: string): Promise<T> => {
    const { result, fault } = await converters.use((converter) => converter.run(task))
    if (fault !== undefined) onFault?.(fault, about)
    return result as T
  }
  return {
    jobs,
    read: (input) => run({ kind: 'read', input, as: 'given' }, input.name),
    readSaved: (input) => run({ kind: 'read', input, as: 'saved' }, input.name),
    check: (input, check = {}) => run({ kind: 'check', input, check }, input.name),
    checkSaved: (report, against, siblings) =>
      run({ kind: 'checkSaved', report, against, siblings }, report.file),
    readRows: ({ name, bytes }) => run({ kind: 'rows', bytes }, name),
    addUp: (gathered) => run({ kind: 'sums', gathered }, 'sums'),
    redact: (given) => run({ kind: 'redact', given }, 'redact'),
    fileCase: (filed) => run({ kind: 'fileCase', filed }, 'fileCase'),
    run: (job) => run({ kind: 'job', job }, job.kind),
    close: converters.close,
  }
}

/** At most `most` converters, lent to one user at a time in the order of asking. A converter that is gone is not lent again. */
function share(most: number, start: () => Converter) {
  const all = new Set<Converter>()
  const idle: Converter[] = []
  const waiting: ((converter: Converter) => void)[] = []
  const startOne = () => {
    const converter = start()
    all.add(converter)
    return converter
  }
  const idleOne = () => {
    let converter = idle.pop()
    while (converter?.isGone()) {
      all.delete(converter)
      converter = idle.pop()
    }
    return converter
  }
  const take = async () => {
    const free = idleOne() ?? (all.size < most ? startOne() : undefined)
    return free ?? new Promise<Converter>((resolve) => waiting.push(resolve))
  }
  const giveBack = (converter: Converter) => {
    if (converter.isGone()) all.delete(converter)
    const next = waiting.shift()
    if (next) next(converter.isGone() ? startOne() : converter)
    else if (!converter.isGone()) idle.push(converter)
  }
  return {
    async use<T>(work: (converter: Converter) => Promise<T>): Promise<T> {
      const converter = await take()
      try {
        return await work(converter)
      } finally {
        giveBack(converter)
      }
    },
    async close() {
      await Promise.all([...all].map((converter) => converter.stop()))
    },
  }
}
