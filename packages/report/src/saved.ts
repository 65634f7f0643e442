import type { Correction, Waiver } from './amend/amendments.js'
import type { Binding } from './bound/binding.js'
import type { AnnualReport } from './reading/annual-report.js'

/** The saved JSON of a report: the reading as it was read, its file, and what a person made of it. */
export type SavedReport = {
  readonly file: string
  /** Hexadecimal digest of the file's bytes. */
  readonly sha256: string
  readonly mediaType: string
} & AnnualReport & {
    readonly corrections?: readonly Correction[]
    readonly waivers?: readonly Waiver[]
    /** Figures of its text that follow its tables; places count in the text with the corrections. */
    readonly bindings?: readonly Binding[]
  }
