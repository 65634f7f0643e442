import { difference } from '../decimal.js'
import { cellKey } from '../form/forms.js'
import type { AnnualReport } from '../reading/annual-report.js'
import type { Cell } from '../reading/cell.js'
import { cellsByKey, isEmpty, isUnknown, refOf } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import type { MergedCell, MergedReport } from './merge.js'
import { inUnit } from './units.js'

/** One cell in which the printed parent report and the sum of its bodies do not agree, or cannot be compared. */
export type Difference = {
  readonly cell: CellRef
  readonly merged: number | null
  /** In the unit of the sum. */
  readonly printed: number | null
  /** Printed less merged; null where one of them is not known. */
  readonly difference: number | null
  /** Chinese, why it cannot be compared; null where it is a plain difference. */
  readonly reason: string | null
}

/** The cells in which `parent` differs from the sum, in form order. Empty counts as zero. */
export function differences(merged: MergedReport, parent: AnnualReport): readonly Difference[] {
  const printed = cellsByKey(parent)
  return merged.cells.flatMap((cell) => compareCell(cell, printed.get(cellKey(cell))))
}

function compareCell(merged: MergedCell, printed: Cell | undefined): Difference[] {
  const cell = refOf(merged)
  const unknown = { cell, merged: merged.value, printed: printed?.value ?? null, difference: null }
  if (!printed) return [{ ...unknown, reason: '汇总报告的格式没有此栏目。' }]
  if (isUnknown(printed)) return [{ ...unknown, reason: '汇总报告此格未能识别为数字。' }]
  if (merged.state === 'unread')
    return [{ ...unknown, reason: '有单位的数据未能相加，合计不完整。' }]
  const value = isEmpty(printed) ? 0 : (printed.value ?? 0)
  const { value: same, reason } =
    merged.unit === null || value === 0
      ? { value, reason: null }
      : inUnit(value, printed.unit, merged.unit)
  if (same === null) return [{ ...unknown, reason }]
  const sum = merged.value ?? 0
  return sum === same
    ? []
    : [{ cell, merged: sum, printed: same, difference: difference(same, sum), reason: null }]
}
