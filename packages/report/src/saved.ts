import type { Correction, Waiver } from './amend/amendments.js'
import type { Binding } from './bound/binding.js'
import type { AnnualReport } from './reading/annual-report.js'

/** The saved JSON of a report: the reading as it was read, its file, and what a person made of it. */
export type SavedReport = {
  readonly file: string
  /** Hexadecimal digest of the bytes of the file that it was read from; null where it was written here. */
  readonly sha256: string | null
  /** Of that file; null where there is none. */
  readonly mediaType: string | null
} & AnnualReport & {
    readonly corrections?: readonly Correction[]
    readonly waivers?: readonly Waiver[]
    /** Figures of its text that follow its tables; places count in the text with the corrections. */
    readonly bindings?: readonly Binding[]
  }

/** Whether both were read from the same file; what was written here is read from none. */
export function isSameFile(
  one: Pick<SavedReport, 'sha256'>,
  other: Pick<SavedReport, 'sha256'>,
): boolean {
  return one.sha256 !== null && one.sha256 === other.sha256
}
