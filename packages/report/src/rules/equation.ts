import { difference, sum } from '../decimal.js'
import { cellKey } from '../form/forms.js'
import type { TableKey } from '../form/layout.js'
import type { Cell } from '../reading/cell.js'
import { type Cells, cellName, isEmpty, isUnknown } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import { found, type Given, lacking, type Outcome } from './rule.js'

/** One sum that the form asks for: the cells of `left` together equal those of `right`, or do not exceed them. */
export type Equation = {
  readonly table: TableKey
  /** What it is about: `自然人列`. */
  readonly name: string
  readonly relation: 'equal' | 'atMost'
  readonly left: Side
  readonly right: Side
}

/** The cells that are added on one side, and what their sum is called. */
export type Side = {
  readonly label: string
  readonly cells: readonly CellRef[]
  /** Their `cellKey`s: an equation is made once and weighed in every report. */
  readonly keys: readonly string[]
}

/** How an equation stands, with blanks and marks taken as zero. */
export type Verdict =
  /** Some cells are unread or hold words: nothing can be said. */
  | { readonly kind: 'unknown'; readonly cells: readonly CellRef[] }
  /** It holds, but some of its cells were read with the help of such sums. */
  | { readonly kind: 'circular' }
  | { readonly kind: 'holds'; readonly empty: number }
  | {
      readonly kind: 'broken'
      readonly left: number
      readonly right: number
      readonly empty: number
      /** Some number in an empty cell would set it right. */
      readonly fillable: boolean
    }

/** Weighs one equation. Empty cells count as zero and are counted in `empty`. */
export function weigh(equation: Equation, cells: Cells): Verdict {
  const left = lookUp(equation.left, cells)
  const right = lookUp(equation.right, cells)
  if (!left || !right) {
    const refs = [...equation.left.cells, ...equation.right.cells]
    return { kind: 'unknown', cells: refs.filter((ref) => isUnknown(cells.get(cellKey(ref)))) }
  }
  const totals = [total(left), total(right)] as const
  const empty = [...left, ...right].filter(isEmpty).length
  if (holds(equation.relation, ...totals)) {
    return [...left, ...right].some(({ inferred }) => inferred)
      ? { kind: 'circular' }
      : { kind: 'holds', empty }
  }
  const fillable = (totals[0] < totals[1] ? left : right).some(isEmpty)
  return { kind: 'broken', left: totals[0], right: totals[1], empty, fillable }
}

/** What a rule made of equations has to say: each that does not hold, and once what could not be weighed. */
export function checkEquations(equations: readonly Equation[], { cells }: Given): Outcome[] {
  const weighed = equations.map((equation) => ({ equation, verdict: weigh(equation, cells) }))
  const broken = weighed.flatMap(({ equation, verdict }) =>
    verdict.kind === 'broken' ? [describe(equation, verdict)] : [],
  )
  const unknown = weighed.flatMap(({ verdict }) =>
    verdict.kind === 'unknown' ? verdict.cells : [],
  )
  const circular = weighed.filter(({ verdict }) => verdict.kind === 'circular').length
  return [...broken, ...lackingCells(unknown), ...lackingPrint(circular)]
}

/** Once for all cells that could not be read. */
export function lackingCells(unknown: readonly CellRef[]): Outcome[] {
  const names = [...new Set(unknown.map(cellName))]
  if (names.length === 0) return []
  const shown = names.slice(0, 3).join('、')
  const rest = names.length > 3 ? `等${names.length}格` : ''
  return [lacking(`${shown}${rest}未能识别为数字，请对照原件补录后再核对。`)]
}

function lackingPrint(circular: number): Outcome[] {
  if (circular === 0) return []
  return [
    lacking(
      `${circular}处勾稽关系涉及依勾稽关系推定的数值，不能再以其自证，请对照原件确认后再核对。`,
    ),
  ]
}

function describe(equation: Equation, verdict: Extract<Verdict, { kind: 'broken' }>): Outcome {
  const { name, relation } = equation
  const { left, right, empty, fillable } = verdict
  const [one, other] = [equation.left.label, equation.right.label]
  const compared =
    relation === 'equal'
      ? `${one}为${left}，${other}为${right}，相差${Math.abs(difference(left, right))}`
      : `${one}（${left}）大于${other}（${right}）`
  const asZero = empty > 0 ? `（${empty}格空白或符号按0计）` : ''
  const advice = fillable ? '；空白处可能漏填，请核实后据实填写。' : '，请核对后更正。'
  return found(
    { kind: 'cells', cells: [...equation.left.cells, ...equation.right.cells] },
    `${name}：${compared}${asZero}${advice}`,
    fillable ? { severity: 'warning' } : {},
  )
}

/** The cells of one side; null where one of them is not known. */
function lookUp({ keys }: Side, cells: Cells): Cell[] | null {
  const found: Cell[] = []
  for (const key of keys) {
    const cell = cells.get(key)
    if (!cell || isUnknown(cell)) return null
    found.push(cell)
  }
  return found
}

function total(cells: readonly Cell[]): number {
  return sum(cells.map(({ value }) => value ?? 0))
}

function holds(relation: Equation['relation'], left: number, right: number): boolean {
  return relation === 'equal' ? left === right : left <= right
}
