import {
  type Cell,
  type CellSpec,
  cellKey,
  FORMS,
  printedDate,
  type SavedReport,
  SECTIONS,
  toCell,
} from '@gongkai/report'
import type { ExampleSpec } from './example-spec.js'

/** The example as a report that the writers of `documents` can print; it was read from no file. */
export function toReport(spec: ExampleSpec): SavedReport {
  const { name, form, authority, year, intro, texts } = spec
  const signedOn = spec.signedOn && `${year + 1}年${spec.signedOn}`
  return {
    ...{ file: name, sha256: null, mediaType: null },
    ...{ form, authority, year, intro },
    title: `${authority}${year}年政府信息公开工作年度报告`,
    sections: SECTIONS.map(({ no, title }) => {
      return { no, title, heading: `${no}、${title}`, text: texts[no] ?? '' }
    }),
    cells: cellsOf(spec),
    signature: signedOn ? `${authority}\n${signedOn}` : authority,
    ...{ signedOn: printedDate(signedOn ?? '')?.date ?? null, publishedOn: null },
    ...{ figures: [], labels: [], residue: [], problems: [], trace: [] },
  }
}

function cellsOf(spec: ExampleSpec): Cell[] {
  const planted = new Map(
    spec.planted.map(([table, row, column, printed]) => [cellKey({ table, row, column }), printed]),
  )
  const { cells } = FORMS[spec.form]
  return cells.map((cell, at) =>
    toCell(cell, planted.get(cellKey(cell)) ?? printedOf(spec, cell, at), null, false),
  )
}

/** Table 二 stands first on the form, so its figures are the first cells. */
function printedOf(spec: ExampleSpec, cell: CellSpec, at: number): string {
  if (cell.table === 'proactive') return spec.proactive[at] ?? '0'
  if (cell.table === 'requests') return String(requestsOf(spec, cell))
  return String(cell.row === '行政复议' ? reconsiderationOf(spec, cell) : 0)
}

function requestsOf({ requests }: ExampleSpec, { row, column }: CellSpec): number {
  const results = Object.keys(requests).filter((one) => one.startsWith('三'))
  const rows = row === '三（七）' ? results : [row]
  const sum = (index: 0 | 1) =>
    rows.reduce((total, one) => total + (requests[one]?.[index] ?? 0), 0)
  if (column === '自然人') return sum(0)
  if (column === '商业企业') return sum(1)
  return column === '总计' ? sum(0) + sum(1) : 0
}

function reconsiderationOf({ reconsideration }: ExampleSpec, { column }: CellSpec): number {
  if (column === '总计') return reconsideration.reduce((total, one) => total + one, 0)
  return reconsideration[['结果维持', '结果纠正', '其他结果', '尚未审结'].indexOf(column)] ?? 0
}
