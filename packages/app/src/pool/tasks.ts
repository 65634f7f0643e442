import type { FiledCase } from '@gongkai/documents'
import type { LocalDate } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { CheckOptions, CheckResult } from '../checks/check-report.js'
import type { ReportKey } from '../checks/match-previous.js'
import type { SharedSiblings } from '../checks/shared-siblings.js'
import type { Sibling } from '../checks/siblings.js'
import type { Gathered } from '../collection/add-up.js'
import type { GivenFile } from '../files/read-file.js'
import type { Job } from '../jobs/job.js'
import type { RedactTask } from '../requests/materials/redact-task.js'

/** A file by its bytes, or by its place on disk: then it is measured before it is read. */
export type FileInput = GivenFile | { readonly name: string; readonly path: string }

/** Where last year's report of an authority is found. */
export type PreviousFile = ReportKey & { readonly name: string; readonly path: string }

/** What every file of a run is held against. */
export type References = {
  /** Reports of earlier years; of several each file gets its own by authority and year, a single one goes to every file. */
  readonly previous: readonly PreviousFile[]
  readonly siblings: readonly Sibling[]
  /** The reports that a consolidated report sums up; a report that is one of them is not held against them. */
  readonly subordinates: readonly SavedReport[]
}

/** What one file is held against besides the references of the run. */
export type FileCheck = {
  readonly authority?: string | null
  readonly publishedOn?: LocalDate | null
}

/** `saved`: a saved reading keeps the name and digest of the file that it was first read from. */
type As = 'given' | 'saved'

/** What a converter is asked to do. */
export type Task =
  | { readonly kind: 'read'; readonly input: FileInput; readonly as: As }
  | { readonly kind: 'check'; readonly input: FileInput; readonly check: FileCheck }
  | {
      readonly kind: 'checkSaved'
      readonly report: SavedReport
      readonly against: CheckOptions
      /** Instead of those of the run. */
      readonly siblings?: SharedSiblings | undefined
    }
  /** The first sheet of a workbook. */
  | { readonly kind: 'rows'; readonly bytes: Uint8Array }
  /** What a report begins with that adds up others. */
  | { readonly kind: 'sums'; readonly gathered: Gathered }
  | { readonly kind: 'redact'; readonly given: RedactTask }
  | { readonly kind: 'fileCase'; readonly filed: FiledCase }
  | { readonly kind: 'job'; readonly job: Job }

/** A file that was read and checked. */
export type Checked = { readonly report: SavedReport; readonly result: CheckResult }
