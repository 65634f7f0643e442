import {
  FINDING_COLUMNS,
  type FileFindings,
  type FindingRow,
  findingRow,
  SEVERITIES,
} from './finding-row.js'
import { findingsHtml } from './findings-html.js'
import { ALARM, HEADER, numberCell, textCell, type XlsxCell, xlsxBytes } from './xlsx-cells.js'

/** The findings of any number of files: a workbook to filter and sort, or a page to print. */
export async function writeFindings(
  items: readonly FileFindings[],
  to: 'xlsx' | 'html',
): Promise<Uint8Array> {
  return to === 'html' ? findingsHtml(items) : findingsXlsx(items)
}

function findingsXlsx(items: readonly FileFindings[]): Promise<Uint8Array> {
  const rows = items.flatMap(({ file, findings }) =>
    findings.map((finding) => ({ file, finding: findingRow(finding) })),
  )
  const open = items.flatMap(({ file, notAssessable }) =>
    notAssessable.map(({ rule, reason }) => [file, rule, reason].map((text) => textCell(text))),
  )
  return xlsxBytes([
    {
      sheet: '问题清单',
      stickyRowsCount: 1,
      columns: [{ width: 6 }, { width: 30 }, ...FINDING_COLUMNS],
      data: [
        headers(['序号', '文件', ...FINDING_COLUMNS.map(({ name }) => name)]),
        ...rows.map(({ file, finding }, at) => xlsxRow(at + 1, file, finding)),
      ],
    },
    {
      sheet: '未能核验',
      stickyRowsCount: 1,
      columns: [{ width: 30 }, { width: 12 }, { width: 80 }],
      data: [headers(['文件', '规则', '原因']), ...open],
    },
  ])
}

function xlsxRow(no: number, file: string, row: FindingRow): XlsxCell[] {
  const style = row.severity === SEVERITIES.error ? ALARM : undefined
  const words = FINDING_COLUMNS.map(({ key }) =>
    textCell(row[key], key === 'severity' ? style : undefined),
  )
  return [numberCell(no), textCell(file), ...words]
}

function headers(names: readonly string[]): XlsxCell[] {
  return names.map((name) => textCell(name, HEADER))
}
