import { replaceText } from '../amend/replace-text.js'
import { cellKey } from '../form/forms.js'
import { partText } from '../reading/annual-report.js'
import type { Cell } from '../reading/cell.js'
import { cellsByKey } from '../reading/cells.js'
import { type Binding, type BoundReport, withBindings } from './binding.js'
import { numberAt, type PrintedNumber, printedLike, prints } from './printed-number.js'

/** The number that stands exactly where the binding says; null where none does, or where it is part of a longer one. */
export function numberOf(report: BoundReport, { part, start, end }: Binding): PrintedNumber | null {
  const number = numberAt(partText(report, part) ?? '', start, end)
  return number?.start === start && number.end === end ? number : null
}

/**
 * The report whose bound figures print what their cells hold now. A figure whose cell has no number, or one that cannot stand before what
 * follows in the text (元 before 万元), stays as it is.
 */
export function followCells<R extends BoundReport>(report: R): R {
  const cells = cellsByKey(report)
  return (report.bindings ?? []).reduce((before: R, _, at) => {
    const binding = before.bindings?.[at]
    const cell = binding && cells.get(cellKey(binding.cell))
    return binding && cell ? follow(before, binding, cell) : before
  }, report)
}

function follow<R extends BoundReport>(report: R, binding: Binding, cell: Cell): R {
  const number = numberOf(report, binding)
  const to = number && printedLike(cell, number.raw)
  if (number === null || to === null || prints(number, cell)) return report
  const { part, start, end } = binding
  const target = { kind: 'text', part, start, end } as const
  const changed = { ...report, ...replaceText(report, { target, from: null, to, reason: null }) }
  const by = to.length - (end - start)
  const moved = (report.bindings ?? []).map((one) => {
    if (one === binding) return { ...one, end: end + by }
    if (one.part !== part || one.start < end) return one
    return { ...one, start: one.start + by, end: one.end + by }
  })
  const followed = numberOf(changed, { ...binding, end: end + by })
  return followed && prints(followed, cell) ? withBindings(changed, moved) : report
}
