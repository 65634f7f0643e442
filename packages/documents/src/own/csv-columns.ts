/**
 * The columns of our CSV, named as in the JSON of a reading. The first nine say which report a line belongs to; the
 * rest are the cell: `state` is number, blank, mark, text or unread; `value` is in the unit of `unit`; `raw` is what
 * is printed; `inferred` is true or false. An empty field is null (of `raw`, for a blank cell, the empty text).
 */
export const CSV_COLUMNS = [
  'file',
  'sha256',
  'mediaType',
  'form',
  'title',
  'authority',
  'year',
  'signedOn',
  'publishedOn',
  'table',
  'row',
  'column',
  'state',
  'value',
  'unit',
  'raw',
  'inferred',
] as const

export type CsvColumn = (typeof CSV_COLUMNS)[number]

/** What a spreadsheet takes for a formula; signed numbers and bare signs, which it does not, are left alone. */
const FORMULA = /^'*[=+\-@\t\r]/
const HARMLESS = /^[+-]?[\d.,]*$/

/** Puts an apostrophe before text that a spreadsheet would run as a formula. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text
}

/** Takes the apostrophe of `guardFormula` away again. */
export function unguardFormula(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
