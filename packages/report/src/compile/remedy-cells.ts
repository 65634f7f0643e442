import { cellKey, FORMS } from '../form/forms.js'
import type { FormId } from '../form/layout.js'
import type { Cell } from '../reading/cell.js'
import { toCell } from '../reading/to-cell.js'

/** Reconsiderations or suits that are counted alike in a period, and how many there are. */
export type CountedRemedies = {
  /** The block of Table 4: 行政复议, 未经复议直接起诉, 复议后起诉. */
  readonly row: string
  /** 结果维持, 结果纠正, 其他结果, 尚未审结. */
  readonly column: string
  readonly count: number
}

const TOTAL = '总计'

/**
 * Table 4 of a period (表四) from the register. Every case is counted once in a result and once in the total of its block, so the identity of the form
 * holds by construction. A block or result that the form has not is a fault: RangeError.
 */
export function remedyCells(form: FormId, counted: readonly CountedRemedies[]): readonly Cell[] {
  const specs = FORMS[form].cells.filter(({ table }) => table === 'remedies')
  const counts = new Map(specs.map((spec) => [cellKey(spec), 0]))
  for (const { row, column, count } of counted) {
    if (column === TOTAL) throw new RangeError('总计由各项结果相加，不另行统计')
    for (const where of [column, TOTAL]) {
      const key = cellKey({ table: 'remedies', row, column: where })
      const before = counts.get(key)
      if (before === undefined) throw new RangeError(`表四没有这一格：${row}、${where}`)
      counts.set(key, before + count)
    }
  }
  return specs.map((spec) => toCell(spec, String(counts.get(cellKey(spec)) ?? 0), null, false))
}
