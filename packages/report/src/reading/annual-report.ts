import type { LocalDate } from '@gongkai/law'
import type { FormId, TableKey } from '../form/layout.js'
import type { SectionNo } from '../form/sections.js'
import type { Cell } from './cell.js'
import type { Place } from './place.js'

/** `before-2019`: a report older than the 2019 form; `unknown`: no annual report that could be recognised. */
export type ReportForm = FormId | 'before-2019' | 'unknown'

/** A part of the report's text. Character offsets of findings count from the start of the part's text. */
export type PartKey =
  | 'title'
  | 'intro'
  | `heading/${SectionNo}`
  | `section/${SectionNo}`
  | 'signature'

export type Section = {
  readonly no: SectionNo
  /** The heading's words without its number, as printed: `总体情况`. */
  readonly title: string
  /** The whole heading line as printed: `一、总体情况`, `1、 总体情况`. */
  readonly heading: string
  /** Narrative text, a paragraph a line; what stands in a table of the form is not in it. */
  readonly text: string
}

/** Which stretch of a part's text stands where in the source. Stretches are in order and do not overlap. */
export type Trace = {
  readonly part: PartKey
  readonly start: number
  readonly end: number
  readonly at: Place
}

/** Something in the source that does not belong to the report, taken out of its text and listed. */
export type Residue = {
  readonly kind: 'navigation' | 'bookmark' | 'page-number' | 'broken-paragraph' | 'meta' | 'other'
  readonly text: string
  readonly at: Place | null
}

/** A label or header that is printed otherwise than on the form. */
export type LabelNote = {
  readonly table: TableKey
  /** The official label, or the printed one where the form has none such. */
  readonly label: string
  readonly printed: string
  /** `broken`: line feed inside; `spaced`: blanks inside; `width`: brackets, commas, digits of the other width; `residue`: something foreign in the cell. */
  readonly kind:
    | 'broken'
    | 'spaced'
    | 'width'
    | 'residue'
    | 'altered'
    | 'missing'
    | 'extra'
    | 'moved'
  readonly at: Place | null
}

/** Something that could not be read, with what to look at. */
export type Problem = {
  /** `area.reason`, stable: `cell.unread`, `table.missing`, `report.before-2019`, `pdf.image-only`. */
  readonly code: string
  readonly at: Place | null
  /** Chinese: what was found, its text, and what to do. */
  readonly message: string
}

/** The problem of what is the tables of a report without its text: our CSV, a merged report. */
export const CELLS_ONLY = 'report.cells-only'

/** A number of the narrative text. */
export type Figure = {
  readonly part: PartKey
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly value: number
  readonly unit: string | null
  /** The words before the number that say what is counted. */
  readonly subject: string
}

/** A published annual report as it was read: what is printed, never what should be. */
export type AnnualReport = {
  readonly form: ReportForm
  readonly title: string | null
  readonly authority: string | null
  readonly year: number | null
  readonly intro: string
  /** In printed order; a section that is not there is absent. */
  readonly sections: readonly Section[]
  /** Every cell of the form exactly once in form order; empty for `before-2019` and `unknown`. */
  readonly cells: readonly Cell[]
  /** Signing authority and date lines as printed, one a line; null where there are none. */
  readonly signature: string | null
  readonly signedOn: LocalDate | null
  /** The day of publication that the page states, where it states one. */
  readonly publishedOn: LocalDate | null
  readonly figures: readonly Figure[]
  readonly labels: readonly LabelNote[]
  readonly residue: readonly Residue[]
  readonly problems: readonly Problem[]
  readonly trace: readonly Trace[]
}

/** The text of a part, null where the report has no such part. */
export function partText(report: AnnualReport, part: PartKey): string | null {
  if (part === 'title' || part === 'intro' || part === 'signature') return report[part]
  const [kind, no] = part.split('/')
  const section = report.sections.find((one) => one.no === no)
  if (!section) return null
  return kind === 'heading' ? section.heading : section.text
}

/** All parts of the report that have text, in printed order. */
export function textParts(
  report: AnnualReport,
): { readonly part: PartKey; readonly text: string }[] {
  const keys: PartKey[] = [
    'title',
    'intro',
    ...report.sections.flatMap(({ no }) => [`heading/${no}`, `section/${no}`] as const),
    'signature',
  ]
  return keys.flatMap((part) => {
    const text = partText(report, part)
    return text ? [{ part, text }] : []
  })
}
