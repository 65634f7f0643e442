import {
  type Cell,
  type CellSpec,
  cellKey,
  FORMS,
  type FormId,
  type ReportForm,
} from '@gongkai/report'
import { plainNumber } from './plain-number.js'
import { cellText, UNREAD_MARK } from './statutory.js'
import {
  ALARM,
  HEADER,
  numberCell,
  PLAIN,
  textCell,
  type XlsxCell,
  type XlsxSheet,
  xlsxBytes,
} from './xlsx-cells.js'

/** One file of many, for the supervising office. */
export type OverviewRow = {
  readonly file: string
  readonly title: string | null
  readonly authority: string | null
  readonly year: number | null
  /** Null where the file could not be read at all. */
  readonly form: ReportForm | null
  /** Why the file could not be read, in words; null where it was read. */
  readonly refusal: string | null
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  /** Cells that could not be read. */
  readonly unread: number
  readonly problems: number
  readonly cells: readonly Cell[]
}

/**
 * All reports in one workbook: 概览 has a row for each file, also for those that could not be read; a sheet for each
 * form has a row for each report with the figures of table 二, the 总计 of each row of table 三, and table 四.
 */
export async function writeOverview(rows: readonly OverviewRow[]): Promise<Uint8Array> {
  const forms = (['2021', '2019'] as const).filter((form) => rows.some((row) => row.form === form))
  return xlsxBytes([overviewSheet(rows), ...forms.map((form) => figuresSheet(rows, form))])
}

const FORM_NAMES: Readonly<Record<ReportForm, string>> = {
  '2021': '2021年格式',
  '2019': '2019年格式',
  'before-2019': '2019年以前',
  unknown: '未识别',
}

const OVERVIEW_COLUMNS = [
  ['序号', 6],
  ['文件', 36],
  ['标题', 44],
  ['行政机关', 24],
  ['年度', 8],
  ['格式', 14],
  ['错误', 8],
  ['疑似错误', 10],
  ['提示', 8],
  ['未读出单元格', 14],
  ['读取问题', 10],
  ['未能读取的原因', 50],
] as const

function overviewSheet(rows: readonly OverviewRow[]): XlsxSheet {
  return {
    sheet: '概览',
    stickyRowsCount: 1,
    columns: OVERVIEW_COLUMNS.map(([, width]) => ({ width })),
    data: [
      OVERVIEW_COLUMNS.map(([name]) => textCell(name, HEADER)),
      ...rows.map((row, at) => [numberCell(at + 1), textCell(row.file), ...overviewCells(row)]),
    ],
  }
}

function overviewCells(row: OverviewRow): XlsxCell[] {
  const { title, authority, year, form, refusal } = row
  const words = [title ?? '', authority ?? '', year === null ? '' : String(year)]
  const counts = [row.errors, row.warnings, row.notes, row.unread, row.problems]
  return [
    ...words.map((text) => textCell(text)),
    textCell(form ? FORM_NAMES[form] : '未读取', form ? PLAIN : ALARM),
    // A file that was not read has no counts: 0 would say that nothing is wrong with it.
    ...counts.map((count) => (form === null ? textCell('') : numberCell(count))),
    textCell(refusal ?? '', ALARM),
  ]
}

function figuresSheet(rows: readonly OverviewRow[], form: FormId): XlsxSheet {
  const specs = FORMS[form].cells.filter(
    ({ table, column }) => table !== 'requests' || column === '总计',
  )
  const ofForm = rows.filter((row) => row.form === form)
  return {
    sheet: `${FORM_NAMES[form]}数据`,
    stickyRowsCount: 2,
    stickyColumnsCount: 3,
    columns: [{ width: 36 }, { width: 24 }, { width: 8 }, ...specs.map(() => ({ width: 12 }))],
    data: [
      ...figureHeaders(specs),
      ...ofForm.map((row) => [
        textCell(row.file),
        textCell(row.authority ?? ''),
        textCell(row.year === null ? '' : String(row.year)),
        ...figureCells(row.cells, specs),
      ]),
    ],
  }
}

/** Above the row of the form, merged over its columns; below the column. */
function figureHeaders(specs: readonly CellSpec[]): (XlsxCell | null)[][] {
  const names = ['文件', '行政机关', '年度']
  const above = specs.map((spec, at) => {
    const same = ({ table, row }: CellSpec) => table === spec.table && row === spec.row
    const before = specs[at - 1]
    if (before && same(before)) return null
    const columnSpan = specs.filter(same).length
    return { ...textCell(spec.row, HEADER), ...(columnSpan > 1 && { columnSpan }) }
  })
  return [
    [...names.map((name) => ({ ...textCell(name, HEADER), rowSpan: 2 })), ...above],
    [...names.map(() => null), ...specs.map(({ column }) => textCell(column, HEADER))],
  ]
}

function figureCells(cells: readonly Cell[], specs: readonly CellSpec[]): XlsxCell[] {
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]))
  return specs.map((spec) => {
    const cell = byKey.get(cellKey(spec))
    if (!cell || cell.state === 'unread') return textCell(UNREAD_MARK, ALARM)
    const number = plainNumber(cell)
    return number ? numberCell(number.value, PLAIN, number.format) : textCell(cellText(cell))
  })
}
