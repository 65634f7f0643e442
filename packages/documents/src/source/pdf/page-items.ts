import type { Box } from './geometry.js'
import type { Glyph } from './glyphs.js'
import { type Lattice, type LatticeCell, latticesOf } from './lattice.js'
import { isVisible, printedLines, type Run, runOf, wordsOf } from './lines.js'
import type { PageContent } from './page-content.js'
import { textLines } from './text-lines.js'

/** A cell of a table on one page with its printed lines. */
export type TableCell = LatticeCell & {
  readonly lines: readonly Run[]
  readonly page: number
  readonly box: Box
}

export type PageTable = {
  readonly kind: 'table'
  readonly page: number
  readonly box: Box
  readonly xs: readonly number[]
  readonly height: number
  readonly isClosed: Lattice['isClosed']
  readonly cells: readonly TableCell[]
}

export type PageLine = {
  readonly kind: 'line'
  readonly page: number
  readonly box: Box
  readonly runs: readonly Run[]
}

export type PageItem = PageTable | PageLine

/** The tables that are ruled on a page and the lines outside them, from top to bottom. */
export function pageItems({ glyphs, rules }: PageContent, page: number): PageItem[] {
  const lattices = latticesOf(rules)
  const outside: Glyph[][] = []
  const inside = lattices.map(({ cells }) => cells.map((): Run[] => []))
  for (const line of printedLines(glyphs)) {
    const places = Map.groupBy(wordsOf(line), (word) => placeOf(word, lattices))
    for (const [place, words] of places) {
      const own = words.flat()
      if (!own.some(isVisible)) continue
      if (place === OUTSIDE) outside.push(own)
      else inside[place >> 16]?.[place & 0xffff]?.push(runOf(own))
    }
  }
  const tables = lattices.map((lattice, i) => tableOf(lattice, inside[i] ?? [], page))
  return inOrder(textLines(outside, page), tables)
}

/** The lines as they are, each table before the first line that stands below its upper edge. */
function inOrder(lines: readonly PageLine[], tables: readonly PageTable[]): PageItem[] {
  const waiting = tables.toSorted((a, b) => a.box[1] - b.box[1])
  const items: PageItem[] = []
  for (const line of lines) {
    while (waiting[0] && waiting[0].box[1] < line.box[1]) items.push(...waiting.splice(0, 1))
    items.push(line)
  }
  return [...items, ...waiting]
}

const OUTSIDE = -1

/** Which lattice (upper 16 bits) and which of its cells (lower) a word stands in: the innermost where one lies in another. */
function placeOf(word: readonly Glyph[], lattices: readonly Lattice[]): number {
  const [first, last] = [word[0], word.at(-1)]
  if (!first || !last) return OUTSIDE
  const x = (first.left + last.right) / 2
  const y = first.base - first.size * 0.35
  let place = OUTSIDE
  let least = Number.POSITIVE_INFINITY
  lattices.forEach((lattice, i) => {
    const cell = cellAt(lattice, x, y)
    const area = areaOf(lattice)
    if (cell < 0 || area >= least) return
    place = (i << 16) | cell
    least = area
  })
  return place
}

function areaOf({ xs, ys }: Lattice): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0))
}

function cellAt({ xs, ys, cells }: Lattice, x: number, y: number): number {
  const column = xs.findLastIndex((one) => one <= x)
  const row = ys.findLastIndex((one) => one <= y)
  return cells.findIndex(
    (cell) =>
      cell.row <= row &&
      row < cell.row + cell.rowSpan &&
      cell.column <= column &&
      column < cell.column + cell.colSpan,
  )
}

function tableOf(
  { xs, ys, cells, isClosed }: Lattice,
  texts: readonly (readonly Run[])[],
  page: number,
): PageTable {
  const edge = (line: readonly number[], at: number) => line[at] ?? 0
  return {
    kind: 'table',
    page,
    box: [edge(xs, 0), edge(ys, 0), xs.at(-1) ?? 0, ys.at(-1) ?? 0],
    xs,
    height: ys.length - 1,
    isClosed,
    cells: cells.map((cell, i) => ({
      ...cell,
      lines: texts[i] ?? [],
      page,
      box: [
        edge(xs, cell.column),
        edge(ys, cell.row),
        edge(xs, cell.column + cell.colSpan),
        edge(ys, cell.row + cell.rowSpan),
      ],
    })),
  }
}
