import { partOfColumns, placeOfColumns } from '../part-of.js'
import type { GridBlock, GridCell } from '../source.js'
import type { TextLine } from '../text/lines.js'
import { plainInline } from './inline.js'

const DELIMITER_ROW = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/

/**
 * Whether the line is the row of dashes under a header: not a row of the table. Single dashes are that only
 * in the second row; further down they are what an office prints for nothing to report.
 */
export function isDelimiterRow({ text }: TextLine, row: number): boolean {
  const isDashed = text.includes('--') || (text.includes('-') && row === 1)
  return isDashed && text.includes('|') && DELIMITER_ROW.test(text)
}

/** Whether the line can be a row of a pipe table: a bar that is not escaped. */
export function isPipeRow({ text }: TextLine): boolean {
  return /(?:^|[^\\])\|/.test(text)
}

/** Rows of bars as a grid; a row may be shorter or longer than the header. */
export function pipeTable(rows: readonly TextLine[]): GridBlock {
  const cells = rows.flatMap((line, row) =>
    rowCells(line).map((cell): GridCell => ({ ...cell, row })),
  )
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), 0)
  return { kind: 'grid', height: rows.length, width, cells }
}

function rowCells(line: TextLine): Omit<GridCell, 'row'>[] {
  const { text } = line
  const isLead = /^\s*\|/.test(text)
  const isTail = /[^\\]\|\s*$/.test(text)
  let start = 0
  const cells = text.split(/(?<!\\)\|/).map((raw) => {
    const from = start
    start += raw.length + 1
    return { raw, from }
  })
  return cells.slice(isLead ? 1 : 0, isTail ? -1 : undefined).map(({ raw, from }, column) => {
    const plain = plainInline(raw, line.column + from)
    const text = plain.text.trim()
    const lead = plain.text.length - plain.text.trimStart().length
    const columns = partOfColumns(plain.columns, lead, lead + text.length)
    return { text, column, rowSpan: 1, colSpan: 1, at: placeOfColumns(line.line, columns) }
  })
}
