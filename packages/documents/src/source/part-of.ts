import type { Place } from '@gongkai/report'

/**
 * The columns of lines whose marks were taken out: for each character left, and for the end, its column in the file.
 * They are kept beside the places and not in them: a place is printed and saved.
 */
const COLUMNS = new WeakMap<Place, readonly number[]>()

/** The place in line `line` of characters that stood at these columns, the column behind the last one at the end. */
export function placeOfColumns(line: number, columns: readonly number[]): Place {
  const [column = 1] = columns
  const endColumn = columns.at(-1) ?? column
  const at = { kind: 'line', line, column, endLine: line, endColumn } as const
  if (endColumn - column !== columns.length - 1) COLUMNS.set(at, columns)
  return at
}

/** The place of the characters `from` to `to` of a text that stands at `at`. */
export function partOf(at: Place, from: number, to: number): Place {
  if (at.kind === 'line' && at.line === at.endLine) {
    const columns = COLUMNS.get(at)
    if (columns) return placeOfColumns(at.line, partOfColumns(columns, from, to))
    return { ...at, column: at.column + from, endColumn: at.column + to }
  }
  if (at.kind === 'paragraph') return { ...at, start: at.start + from, end: at.start + to }
  return at
}

/** The columns of the characters `from` to `to`; marks behind the last one do not belong to it. */
export function partOfColumns(columns: readonly number[], from: number, to: number): number[] {
  const part = columns.slice(from, to)
  const last = part.at(-1)
  return [...part, last === undefined ? (columns[from] ?? 1) : last + 1]
}
