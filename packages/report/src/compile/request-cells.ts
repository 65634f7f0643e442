import { cellKey, FORMS } from '../form/forms.js'
import type { FormId } from '../form/layout.js'
import type { Cell } from '../reading/cell.js'
import { toCell } from '../reading/to-cell.js'

/** Requests that are counted alike in a period, and how many there are. */
export type CountedRequests = {
  /** The column of Table 3: 自然人, 商业企业 … */
  readonly column: string
  /** Received in the period; otherwise carried over into it. */
  readonly isNew: boolean
  /** The row of the form of 2021 under which they were closed in the period; null where they are open at its end. */
  readonly row: string | null
  readonly count: number
}

const NEW = '一'
const CARRIED_IN = '二'
const CLOSED = '三（七）'
const CARRIED_OVER = '四'
const ALL_COLUMNS = '总计'

/**
 * Table 3 of a period (表三) from the register. Every request is counted once on either side (一、二 and 三、四) and once in its column, so the identities of
 * the form hold by construction. A row or column that the form has not is a fault: RangeError.
 */
export function requestCells(form: FormId, counted: readonly CountedRequests[]): readonly Cell[] {
  const specs = FORMS[form].cells.filter(({ table }) => table === 'requests')
  const counts = new Map(specs.map((spec) => [cellKey(spec), 0]))
  for (const group of counted) {
    for (const row of rowsOf(form, group)) {
      for (const column of [group.column, ALL_COLUMNS]) {
        const key = cellKey({ table: 'requests', row, column })
        const before = counts.get(key)
        if (before === undefined) throw new RangeError(`表三没有这一格：${row}、${column}`)
        counts.set(key, before + group.count)
      }
    }
  }
  return specs.map((spec) => toCell(spec, String(counts.get(cellKey(spec)) ?? 0), null, false))
}

/** The rows in which a group is counted: how it came, and what became of it. */
function rowsOf(form: FormId, { isNew, row }: CountedRequests): readonly string[] {
  const came = isNew ? NEW : CARRIED_IN
  return row === null ? [came, CARRIED_OVER] : [came, resultRow(form, row), CLOSED]
}

/** The form of 2019 has one row for what that of 2021 tells apart under （六）. */
function resultRow(form: FormId, row: string): string {
  return form === '2019' && row.startsWith('三（六）') ? '三（六）' : row
}
