import type { Spot } from '../../../report/move-in-table.js'

/** What a pasted block comes to: the new contents by `cellKey`, and how many values had no place. */
export type Pasted = {
  readonly cells: ReadonlyMap<string, string>
  readonly left: number
}

/** The rows of what a spreadsheet copies: tabs between cells, line feeds between rows, quotes round what holds either. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const pieces = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const [, cell = '', end = ''] = match
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '' || pieces.lastIndex >= text.length) break
    if (end !== '\t') rows.push([])
  }
  return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
}

/**
 * Lays a pasted block over a table from the cell of key `from` on: to the right in its row, downwards row by row as they are printed. Empty
 * cells of the block blank what stands there; what has no place is left out and counted.
 */
export function pasteAt(spots: readonly Spot[], from: string, text: string): Pasted {
  const start = spots.find((spot) => spot.key === from)
  const cells = new Map<string, string>()
  if (!start) return { cells, left: 0 }
  const first = inRow(spots, start.row).indexOf(start)
  let left = 0
  for (const [down, row] of rowsOf(text).entries()) {
    const places = inRow(spots, start.row + down)
    for (const [right, value] of row.entries()) {
      const place = places[first + right]
      if (place) cells.set(place.key, value)
      else if (value !== '') left += 1
    }
  }
  return { cells, left }
}

function inRow(spots: readonly Spot[], row: number): readonly Spot[] {
  return spots.filter((spot) => spot.row === row)
}
