import type { BlockSpec, CellSpec, FormId, FormLayout, RowSpec } from './layout.js'
import { PROACTIVE_2019, PROACTIVE_2021 } from './proactive.js'
import { REMEDY_CELLS } from './remedies.js'
import {
  REQUEST_COLUMNS,
  REQUEST_ROWS_2019,
  REQUEST_ROWS_2021,
  REQUESTS_CAPTION,
} from './requests.js'

/** The layouts of both forms. */
export const FORMS: Readonly<Record<FormId, FormLayout>> = {
  '2019': layout('2019', PROACTIVE_2019, REQUEST_ROWS_2019),
  '2021': layout('2021', PROACTIVE_2021, REQUEST_ROWS_2021),
}

/** How a cell is named in a map: `requests|三（一）|自然人`. */
export function cellKey(cell: {
  readonly table: string
  readonly row: string
  readonly column: string
}): string {
  // Joined, it is one flat string: a map compares it faster than what a template puts together.
  return [cell.table, cell.row, cell.column].join('|')
}

function layout(
  form: FormId,
  proactive: readonly BlockSpec[],
  requestRows: readonly RowSpec[],
): FormLayout {
  const requests: BlockSpec = {
    table: 'requests',
    caption: REQUESTS_CAPTION,
    stub: '申请人情况',
    columns: REQUEST_COLUMNS,
    rows: requestRows,
  }
  const blocks = [...proactive, requests]
  return { form, blocks, cells: [...blocks.flatMap(cellsOf), ...REMEDY_CELLS] }
}

function cellsOf({ table, rows, columns }: BlockSpec): CellSpec[] {
  return rows.flatMap(({ row }) => columns.map((column) => ({ table, row, ...column })))
}
