import { cellKey, FORMS } from '../form/forms.js'
import type { CellSpec, FormId, TableKey } from '../form/layout.js'
import type { SectionNo } from '../form/sections.js'
import type { AnnualReport, ReportForm } from './annual-report.js'
import type { Cell } from './cell.js'
import type { CellRef } from './finding.js'

/** The cells of a report by `cellKey`. */
export type Cells = ReadonlyMap<string, Cell>

/** The section that a table stands in, and what officials call the table. */
export const TABLES: Readonly<
  Record<TableKey, { readonly section: SectionNo; readonly name: string }>
> = {
  proactive: { section: '二', name: '主动公开政府信息情况表' },
  requests: { section: '三', name: '收到和处理政府信息公开申请情况表' },
  remedies: { section: '四', name: '政府信息公开行政复议、行政诉讼情况表' },
}

/** The cells of `report`, to be looked up by table, row and column. */
export function cellsByKey(report: Pick<AnnualReport, 'cells'>): Cells {
  return new Map(report.cells.map((cell) => [cellKey(cell), cell]))
}

/** Whether the report was read in one of the two official forms. */
export function isOfficialForm(form: ReportForm): form is FormId {
  return form === '2019' || form === '2021'
}

/** The cell of the official form, undefined where the form has none such. */
export function specOf(form: FormId, ref: CellRef): CellSpec | undefined {
  return SPECS[form].get(cellKey(ref))
}

const SPECS: Readonly<Record<FormId, ReadonlyMap<string, CellSpec>>> = {
  '2019': new Map(FORMS['2019'].cells.map((spec) => [cellKey(spec), spec])),
  '2021': new Map(FORMS['2021'].cells.map((spec) => [cellKey(spec), spec])),
}

/** Only what names a cell. */
export function refOf({ table, row, column }: CellRef): CellRef {
  return { table, row, column }
}

/** A blank or a mark: nothing was counted in print, which may mean zero. */
export function isEmpty(cell: Cell): boolean {
  return cell.state === 'blank' || cell.state === 'mark'
}

/** Nothing can be calculated with it: unread, or words where a number belongs. */
export function isUnknown(cell: Cell | undefined): boolean {
  return cell === undefined || cell.state === 'unread' || cell.state === 'text'
}

/** `三（一）／自然人`: how a message names a cell. */
export function cellName({ row, column }: CellRef): string {
  return `${row}／${column}`
}

/** The unit that stands in the cell itself; null where it comes from the header or is not printed at all. */
export function printedUnit({ raw, unit }: Cell): string | null {
  return unit !== null && raw?.includes(unit) ? unit : null
}
