import type { LocalDate } from '@gongkai/law'
import type { Problem } from '@gongkai/report'

/** Text of a part that is set anew: a letter by its paragraphs, the day ledger and the log as tables. */
export type CaseBlock =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** Left with the first line indented, unless told otherwise. */
      readonly align?: 'center' | 'right'
    }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A file as it came in or went out. */
export type CaseFile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether its pages are printed: not where its text stands in the blocks of the part. */
  readonly isPrinted: boolean
}

/** One document of the case, in the order of the index. */
export type CasePart = {
  readonly title: string
  readonly date: LocalDate | null
  readonly blocks: readonly CaseBlock[]
  readonly files: readonly CaseFile[]
}

/** A case that is over, to be filed. */
export type FiledCase = {
  /** `2026-017-0012`. */
  readonly number: string
  readonly title: string
  readonly authority: string
  readonly filedOn: LocalDate
  readonly parts: readonly CasePart[]
}

/** The case as one document. */
export type PrintedCase = {
  readonly bytes: Uint8Array
  readonly problems: readonly Problem[]
}

/** A file of the package, as its manifest tells of it. */
export type PackedFile = {
  readonly path: string
  /** The name that it came in under. */
  readonly name: string
  readonly title: string
  readonly date: LocalDate | null
  readonly bytes: number
  /** 64 hexadecimal digits. */
  readonly sha256: string
}

/** What the package says of itself: `manifest.json`. */
export type CaseManifest = Pick<FiledCase, 'number' | 'title' | 'authority' | 'filedOn'> & {
  readonly files: readonly PackedFile[]
}
