import { REMEDY_COLUMNS, REQUEST_COLUMNS, requestRows } from '../../generator/forms.js'
import type { Truth } from '../../generator/model.js'

/** Whether every sum of table three or four holds in a report; blanks and marks count as zero. */
export function obeysSums(truth: Truth, table: 'requests' | 'remedies'): boolean {
  const cells = truth.cells.filter((cell) => cell.table === table)
  if (cells.some(({ state }) => state === 'text')) return false
  const rows = new Map<string, number[]>()
  for (const { row, value } of cells) rows.set(row, [...(rows.get(row) ?? []), value ?? 0])
  const width = (table === 'requests' ? REQUEST_COLUMNS : REMEDY_COLUMNS).length
  const across = [...rows.values()].every(
    (row) => total(row.slice(0, width - 1)) === row[width - 1],
  )
  return across && (table === 'remedies' || obeysColumns(truth, rows))
}

function obeysColumns(truth: Truth, rows: ReadonlyMap<string, readonly number[]>): boolean {
  const results = requestRows(truth.form)
    .map(({ no }) => no)
    .filter((no) => no.startsWith('三') && no !== '三（七）')
  return REQUEST_COLUMNS.every((_, c) => {
    const at = (no: string): number => rows.get(no)?.[c] ?? 0
    const concluded = at('三（七）')
    return total(results.map(at)) === concluded && at('一') + at('二') === concluded + at('四')
  })
}

const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0)
