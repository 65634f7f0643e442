import type { Rendered } from '../generator/model.js'
import { printTable } from '../table.js'
import { keyOf, type Reason } from './oracle/oracle.js'

/** Knowable cells that were not read right, by shape and kind of row. */
export type Missed = Map<string, Kind[]>

type Kind = {
  readonly table: string
  /** What is left of the row, with `n` for every digit but 0; its name where each cell keeps its place. */
  readonly print: string
  readonly by: Reason | 'place'
  cells: number
  readonly example: string
}

const WHY: Readonly<Record<Kind['by'], string>> = {
  place: 'every cell keeps its place',
  print: 'one way to cut or place it',
  row: 'one way that adds up in the row',
  table: 'one way that adds up in the table',
}

/** Notes a knowable cell that was not read right, by its `keyOf`, with what settles it. */
export function addMissed(
  missed: Missed,
  { shape, name, print: rows = [] }: Rendered,
  key: string,
  by: Kind['by'],
): void {
  const [table = '', no = '', column = ''] = key.split('|')
  const row = rows.find((one) =>
    one.cells.some((place) => keyOf({ table: one.table, ...place }) === key),
  )
  const text = row && [row.print].flat().join(' ').normalize('NFKC')
  const print = text?.replaceAll(/[1-9]/g, 'n') ?? `row ${no}`
  const kinds = missed.get(shape) ?? []
  missed.set(shape, kinds)
  const same = kinds.find((one) => one.table === table && one.print === print && one.by === by)
  if (same) same.cells++
  else kinds.push({ table, print, by, cells: 1, example: `${no}/${column}: ${text ?? ''} ${name}` })
}

/** Prints the ten most frequent kinds of every shape. */
export function printMissed(missed: Missed): void {
  const rows = [...missed].flatMap(([shape, kinds]) =>
    kinds
      .toSorted((a, b) => b.cells - a.cells)
      .slice(0, 10)
      .map(({ table, print, by, cells, example }) => [
        shape,
        table,
        print,
        WHY[by],
        cells,
        example,
      ]),
  )
  if (rows.length === 0) return
  printTable(
    'Knowable cells not read right: the ten most frequent kinds of each shape',
    ['shape', 'table', 'print', 'settled by', 'cells', 'for example'],
    rows,
  )
}
