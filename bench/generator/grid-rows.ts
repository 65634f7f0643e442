import type { Grid, GridCell } from './grids.js'

/** A place of the grid and whether the cell that covers it begins here. */
export interface Place {
  cell: GridCell
  top: boolean
  left: boolean
}

/** Every place of the grid, row by row, with the cell that covers it. */
export function placesOf(grid: Grid): Place[][] {
  const places: (Place | undefined)[][] = grid.rows.map(() => Array(grid.width).fill(undefined))
  grid.rows.forEach((row, y) => {
    let x = 0
    for (const cell of row) {
      while (places[y]?.[x] !== undefined) x++
      for (let down = 0; down < cell.rowspan; down++) {
        for (let right = 0; right < cell.colspan; right++) {
          const line = places[y + down]
          if (line !== undefined) line[x + right] = { cell, top: down === 0, left: right === 0 }
        }
      }
      x += cell.colspan
    }
  })
  return places.map((row) => row.filter((place) => place !== undefined))
}

/** Rows of texts with one text per cell where it begins and nothing for cells begun above. */
export function anchorRows(grid: Grid): string[][] {
  return grid.rows.map((row) => row.map(({ text }) => text))
}

/** Rows as a word processor keeps them: a cell begun above gives one empty text. */
export function wordRows(grid: Grid): string[][] {
  return placesOf(grid).map((row) =>
    row.filter(({ left }) => left).map(({ cell, top }) => (top ? cell.text : '')),
  )
}

/** Rows with one text per grid column; covered places are empty or repeat the covering text. */
export function fullRows(grid: Grid, covered: 'empty' | 'repeat'): string[][] {
  return placesOf(grid).map((row) =>
    row.map(({ cell, top, left }) => ((top && left) || covered === 'repeat' ? cell.text : '')),
  )
}

/** Cuts a grid before a row; a cell that runs over the cut begins again, empty or repeated. */
export function cutGrid(grid: Grid, at: number, again: 'empty' | 'repeat'): [Grid, Grid] {
  const places = placesOf(grid)
  const first: GridCell[][] = grid.rows
    .slice(0, at)
    .map((row, y) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - y) })))
  const second = grid.rows.slice(at).map((row) => row.map((cell) => ({ ...cell })))
  const run = (places[at] ?? []).filter(({ top, left }) => !top && left)
  const restarted = run.map(({ cell }) => {
    const begun = grid.rows.findIndex((row) => row.includes(cell))
    const text = again === 'repeat' ? cell.text : ''
    return { ...cell, text, rowspan: cell.rowspan - (at - begun) }
  })
  second[0] = [...restarted, ...(second[0] ?? [])]
  return [
    { ...grid, rows: first },
    { ...grid, rows: second, headRows: 0 },
  ]
}
