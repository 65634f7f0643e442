import { hasBlanks } from '../blocks.js'
import { encode } from '../encode.js'
import { anchorRows, fullRows, wordRows } from '../grid-rows.js'
import type { Grid } from '../grids.js'
import { blanklessPrint } from '../print.js'
import type { Rng } from '../rng.js'
import { displayWidth, flat, writeLines } from './prose.js'
import { type Page, simpleShape } from './shape.js'

const page = (lines: string[], separators = true, noise: string[] = []): Page => ({
  bytes: encode(lines.join('\n'), 'utf-8'),
  extension: 'txt',
  separators,
  noise,
})

/** One of the ways programs give the rows of a table with merged cells. */
function drawRows(rng: Rng): (grid: Grid) => string[][] {
  return rng.pick([
    (grid) => fullRows(grid, 'empty'),
    (grid) => wordRows(grid),
    (grid) => fullRows(grid, 'repeat'),
  ])
}

/** Rows of fields between tabs. */
export const tabRows = simpleShape('text-tab-rows', ({ blocks, rng }) => {
  const rowsOf = drawRows(rng)
  const trim = rng.chance(0.3)
  const joint = rng.pick(['', ' ', '\n'])
  const lines = writeLines(
    blocks,
    (grid) =>
      rowsOf(grid).map((row) => {
        const line = row.map((text) => flat(text, joint)).join('\t')
        return trim ? line.replace(/\t+$/, '') : line
      }),
    rng.chance(0.5),
  )
  return page(lines)
})

/** Rows of fields between bars. */
export const pipeRows = simpleShape('text-pipes', ({ blocks, rng }) => {
  const rowsOf = drawRows(rng)
  const [open, bar, close] = rng.pick([
    ['| ', ' | ', ' |'],
    ['|', '|', '|'],
    ['', ' | ', ''],
    ['│', '│', '│'],
  ] as const)
  const lines = writeLines(
    blocks,
    (grid) => rowsOf(grid).map((row) => open + row.map((text) => flat(text)).join(bar) + close),
    true,
  )
  return page(lines)
})

/** Columns set under each other with spaces. */
export const alignedRows = simpleShape('text-aligned', ({ blocks, rng }) => {
  const gap = rng.int(2, 4)
  const lines = writeLines(
    blocks,
    (grid) => {
      const rows = fullRows(grid, 'empty').map((row) => row.map((text) => flat(text)))
      const widths = Array.from({ length: grid.width }, (_, at) =>
        Math.max(1, ...grid.rows.flatMap((_row, y) => columnWidth(grid, rows, y, at))),
      )
      return rows.map((row, y) => alignRow(row, widths, gap, overflows(grid, y)))
    },
    true,
  )
  return page(lines)
})

const overflows = (grid: Grid, y: number): boolean =>
  (grid.rows[y] ?? []).every(({ role }) => role === 'caption')

function columnWidth(grid: Grid, rows: string[][], y: number, at: number): number[] {
  return overflows(grid, y) ? [] : [Math.min(displayWidth(rows[y]?.[at] ?? ''), 44)]
}

function alignRow(row: string[], widths: number[], gap: number, whole: boolean): string {
  if (whole) return row[0] ?? ''
  return row
    .map((text, at) => {
      const missing = (widths[at] ?? 1) - displayWidth(text)
      return text + ' '.repeat(Math.max(0, missing) + gap)
    })
    .join('')
    .trimEnd()
}

/** Cells with one or two spaces between them, merged cells left out. */
export const spacedRows = simpleShape(
  'text-spaces',
  ({ blocks, truth, rng }) => {
    const joint = rng.pick([' ', '  ', '　'])
    const lines = writeLines(
      blocks,
      (grid) =>
        anchorRows(grid).map((row) =>
          row
            .map((text) => flat(text))
            .filter((text) => text !== '')
            .join(joint),
        ),
      true,
    )
    const lost = hasBlanks(truth)
    return {
      ...page(lines, !lost, lost ? ['blanks-dropped'] : []),
      ...(lost && { print: blanklessPrint(blocks) }),
    }
  },
  ['cell-spaces'],
)
