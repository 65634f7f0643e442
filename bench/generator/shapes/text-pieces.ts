import { encode } from '../encode.js'
import { cutGrid, fullRows, wordRows } from '../grid-rows.js'
import type { Grid } from '../grids.js'
import type { Rng } from '../rng.js'
import { flat, pageMarks, paginate, writeLines } from './prose.js'
import { simpleShape } from './shape.js'

function cuts(grid: Grid, rng: Rng): number[] {
  const last = grid.rows.length - 1
  const first = grid.headRows + 1
  if (last <= first) return []
  const wanted = rng.int(1, grid.table === 'requests' ? 3 : 1)
  const drawn = Array.from({ length: wanted }, () => rng.int(first, last))
  return [...new Set(drawn)].sort((a, b) => b - a)
}

/** A grid cut into pieces, later ones optionally under a repeated head. */
export function piecesOf(grid: Grid, rng: Rng, head: boolean, again: 'empty' | 'repeat'): Grid[] {
  const heads = grid.rows.slice(0, grid.headRows)
  let rest = grid
  const pieces: Grid[] = []
  for (const at of cuts(grid, rng)) {
    const [before, after] = cutGrid(rest, at, again)
    pieces.unshift(head ? { ...after, rows: [...heads, ...after.rows] } : after)
    rest = before
  }
  return [rest, ...pieces]
}

/** Tables as recognised from scanned pages: in pieces, with page marks and repeated heads. */
export const ocrPieces = simpleShape('text-ocr-pieces', ({ blocks, rng }) => {
  const joint = rng.pick(['\t', '\t', ' | ', '   '])
  const head = rng.chance(0.5)
  const again = rng.pick<'empty' | 'repeat'>(['empty', 'repeat'])
  const mark = pageMarks(rng)
  const marked = rng.chance(0.7)
  let page = 0
  const lines = writeLines(
    blocks,
    (grid) =>
      piecesOf(grid, rng, head, again).flatMap((piece, at) => {
        page += at === 0 ? 0 : 1
        const between = marked ? ['', mark(page, 9), ''] : ['']
        const placeholder = joint === '   ' ? '　' : ''
        const rows = wordRows(piece).map((row) =>
          row.map((text) => flat(text) || placeholder).join(joint),
        )
        return at === 0 ? rows : [...between, ...rows]
      }),
    true,
  )
  return { bytes: encode(lines.join('\n'), 'utf-8'), extension: 'txt', noise: ['pieces'] }
})

/** Tab-separated rows cut into pages of equal length, with page marks wherever a page ends. */
export const pagedRows = simpleShape('text-paged', ({ blocks, rng }) => {
  const cellPerLine = rng.chance(0.4)
  const lines = writeLines(
    blocks,
    (grid) =>
      cellPerLine
        ? wordRows(grid).flatMap((row) => [...row.map((text) => `\t${text}`), ''])
        : fullRows(grid, 'empty').map((row) => row.map((text) => flat(text)).join('\t')),
    false,
  )
  const perPage = cellPerLine ? rng.int(60, 120) : rng.int(14, 30)
  const paged = paginate(lines, perPage, rng, {
    blank: rng.chance(0.5),
    // A bare number under a cell would read as part of it.
    bare: !cellPerLine,
  })
  return { bytes: encode(paged.join('\n'), 'utf-8'), extension: 'txt', noise: ['page-marks'] }
})
