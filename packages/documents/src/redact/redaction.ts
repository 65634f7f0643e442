import type { Ground, LocalDate, Refusal } from '@gongkai/law'
import type { Place, Problem } from '@gongkai/report'
import type { DocumentRefusal } from '../source/source.js'

type Why = {
  readonly ground: Ground
  /** What the officer adds in his own words; empty where nothing. */
  readonly note: string
}

/** A rectangle on a page as it is shown, turned pages turned; x, y from the top left and w, h in fractions (0–1) of the page. */
export type RedactionBox = Why & {
  /** From 1; a picture has one page. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * Words of a Word file, or a cell of a workbook, by the place that `readSource` gives: of a paragraph the characters from `start` to `end`,
 * of a cell all of it, or of a Word table the characters `within` its text.
 */
export type Passage = Why & {
  readonly at: Extract<Place, { readonly kind: 'paragraph' | 'table' | 'sheet' }>
  readonly within?: readonly [start: number, end: number]
}

/** What is to be withheld of a file. `on` is the day that a new PDF bears. */
export type Redactions = {
  readonly boxes: readonly RedactionBox[]
  readonly passages: readonly Passage[]
  readonly on: LocalDate
  /** The name of the file, under which the new one goes out, too. */
  readonly name?: string
}

/** One line of the index of what is withheld (遮盖目录). Nothing of the words themselves stands in it. */
export type Withheld = {
  /** From 1 in reading order, printed at the place. */
  readonly no: number
  /** `第2页`, `第3段`, `表1第2行第3列`, `工作表“名单”B3`. */
  readonly where: string
  readonly ground: Ground
  readonly title: string
  readonly citation: string
  readonly note: string
}

/** Text that is still open, by page, paragraph or cell: what a check for personal data is given. */
export type OpenText = { readonly where: string; readonly text: string }

/** A new file in which the withheld words are not, with what an officer must know before it goes out. */
export type Redacted = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Of the name: `pdf`, `docx`, `xlsx`, `jpg`, `png`. */
  readonly extension: string
  readonly withheld: readonly Withheld[]
  readonly openText: readonly OpenText[]
  readonly problems: readonly Problem[]
}

/** Why nothing was redacted. Each message says what to do. */
export type RedactRefusal =
  | DocumentRefusal
  | Refusal<
      | 'redact.nothing'
      | 'redact.ground'
      | 'redact.no-such-place'
      | 'redact.wrong-way'
      | 'redact.unsupported'
      | 'redact.macros'
      | 'redact.uncalculated'
      | 'redact.too-large'
    >
