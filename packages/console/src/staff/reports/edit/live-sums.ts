import {
  type Cell,
  type CellRef,
  cellKey,
  cellsByKey,
  type Equation,
  equationsOf,
  type FormId,
  type SavedReport,
} from '@gongkai/report'

/** What the cells of a total come to; null where one of them is no number. */
export type Total = { readonly key: string; readonly label: string; readonly sum: number | null }

/** Both sides of the balance of a column: 第一项加第二项, 第三项（七）加第四项. */
export type Balance = {
  readonly column: string
  readonly left: number | null
  readonly right: number | null
}

/** The sums as they stand now, blanks and marks taken as zero. */
export function liveSums(report: SavedReport, form: FormId) {
  const cells = cellsByKey(report)
  const add = (refs: readonly CellRef[]) => sum(refs.map((ref) => cells.get(cellKey(ref))))
  const equal = equationsOf(form).filter(({ relation }) => relation === 'equal')
  const totals = equal.flatMap((equation): Total[] => {
    const total = totalOf(equation)
    return total
      ? [{ key: cellKey(total), label: equation.right.label, sum: add(equation.right.cells) }]
      : []
  })
  const balances = equal
    .filter((equation) => totalOf(equation) === null)
    .map(({ left, right }): Balance => {
      const column = left.cells[0]?.column ?? ''
      return { column, left: add(left.cells), right: add(right.cells) }
    })
  return { totals: Map.groupBy(totals, ({ key }) => key), balances }
}

/** The new contents of every total that is not what its parts come to; a column is added up before the row that it stands in. */
export function filledTotals(report: SavedReport, form: FormId): ReadonlyMap<string, string> {
  const cells = new Map(cellsByKey(report))
  const filled = new Map<string, string>()
  for (const equation of equationsOf(form)) {
    const total = equation.relation === 'equal' ? totalOf(equation) : null
    const cell = total && cells.get(cellKey(total))
    if (!cell) continue
    const value = sum(equation.right.cells.map((ref) => cells.get(cellKey(ref))))
    const isEmpty = cell.state !== 'number' && value === 0
    if (value === null || isEmpty || cell.value === value) continue
    cells.set(cellKey(cell), { ...cell, state: 'number', value })
    filled.set(cellKey(cell), `${value}`)
  }
  return filled
}

/** The one cell that has to equal the others together; null where both sides are sums. */
function totalOf({ left }: Equation): CellRef | null {
  return left.cells.length === 1 ? (left.cells[0] ?? null) : null
}

function sum(cells: readonly (Cell | undefined)[]): number | null {
  let all = 0
  for (const cell of cells) {
    if (!cell || cell.state === 'unread' || cell.state === 'text') return null
    all += cell.value ?? 0
  }
  return all
}
