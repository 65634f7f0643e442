import { cellKey } from '../form/forms.js'
import type { Cell } from '../reading/cell.js'
import { type Cells, cellsByKey, isOfficialForm, refOf, specOf } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import {
  type Binding,
  type BoundPart,
  type BoundReport,
  isBoundPart,
  withBindings,
} from './binding.js'
import { followCells, numberOf } from './follow.js'
import { fitsUnit, type PrintedNumber, prints } from './printed-number.js'
import type { Bindings } from './retext.js'

/** The cells that a number of the text can be bound to, in form order: those that hold the same first. None of them is without a number. */
export function cellsFor(
  report: BoundReport,
  number: PrintedNumber,
): { readonly same: readonly Cell[]; readonly others: readonly Cell[] } {
  const fitting = report.cells.filter((cell) => cell.state === 'number' && fitsUnit(number, cell))
  return {
    same: fitting.filter((cell) => prints(number, cell)),
    others: fitting.filter((cell) => !prints(number, cell)),
  }
}

/** The report with a number of its text bound to a cell, whose number it prints from then on; as it was where the cell has none. */
export function bind<R extends BoundReport>(
  report: R,
  part: BoundPart,
  { start, end }: PrintedNumber,
  cell: CellRef,
): R {
  const others = (report.bindings ?? []).filter((one) => !isAt(one, part, start))
  const bound = followCells(
    withBindings(report, [...others, { part, start, end, cell: refOf(cell) }]),
  )
  const added = bound.bindings?.at(-1)
  return added && stateOf(bound, added) === 'follows' ? bound : report
}

/** The report without this binding; the text stays. */
export function unbind<R extends BoundReport>(report: R, binding: Binding): R {
  return withBindings(
    report,
    (report.bindings ?? []).filter((one) => one !== binding),
  )
}

/**
 * `follows`: the text prints the cell; `waits`: the cell has no number now, and the text says what it said before; `differs`: text and cell say
 * different numbers, or there is no such number or cell, so that it is no binding.
 */
export type BindingState = 'follows' | 'waits' | 'differs'

export function stateOf(report: BoundReport, binding: Binding): BindingState {
  return stateIn(report, cellsByKey(report), binding)
}

/** Which of these bindings hold in the report with its corrections: each at a number of its own that prints its cell, or waits for it. */
export function keepBindings(report: BoundReport, bindings: readonly Binding[]): Bindings {
  const cells = cellsByKey(report)
  const kept: Binding[] = []
  const dropped: Binding[] = []
  for (const one of bindings) {
    const isTaken = kept.some(({ part, start }) => isAt(one, part, start))
    const holds = !isTaken && stateIn(report, cells, one) !== 'differs'
    if (holds) kept.push(one)
    else dropped.push(one)
  }
  return { kept, dropped }
}

function stateIn(report: BoundReport, cells: Cells, binding: Binding): BindingState {
  const { form } = report
  const isCell = isOfficialForm(form) && specOf(form, binding.cell) !== undefined
  const cell = cells.get(cellKey(binding.cell))
  const number = isBoundPart(binding.part) ? numberOf(report, binding) : null
  if (!isCell || !cell || !number) return 'differs'
  if (cell.state !== 'number') return 'waits'
  return prints(number, cell) ? 'follows' : 'differs'
}

function isAt(binding: Binding, part: BoundPart, start: number): boolean {
  return binding.part === part && binding.start === start
}
