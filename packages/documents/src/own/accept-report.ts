import { ok, type Result, refuse } from '@gongkai/law'
import { type Cell, cellKey, FORMS, type Section } from '@gongkai/report'
import type { DocumentRefusal } from '../source/source.js'
import { type Mismatch, matchSchema } from './match-schema.js'
import type { SavedReport } from './saved-report.js'
import { annualReportSchema } from './schema.js'

/**
 * A parsed value as a report, if it is one in every field: shape by the schema, every cell of the form once and in
 * order, a value where and only where the state is `number`. Refused (`file.damaged`) with the JSON pointer of the
 * first fault. `medium` names the file for the message: `JSON`.
 */
export function acceptReport(value: unknown, medium: string): Result<SavedReport, DocumentRefusal> {
  const match = matchSchema(annualReportSchema, value)
  if (!match.ok) return damaged(medium, match.mismatch)
  // The schema has just shown that it is one, but for the headings that may be absent.
  const report = withHeadings(match.value as SavedReport)
  const mismatch = findCellMismatch(report) ?? findValueMismatch(report.cells)
  return mismatch ? damaged(medium, mismatch) : ok(report)
}

function withHeadings(report: SavedReport): SavedReport {
  const named = ({
    heading,
    ...section
  }: Partial<Section> & Omit<Section, 'heading'>): Section => ({
    ...section,
    heading: heading ?? `${section.no}、${section.title}`,
  })
  return { ...report, sections: report.sections.map(named) }
}

function findCellMismatch({ form, cells }: SavedReport): Mismatch | null {
  const wanted = form === '2019' || form === '2021' ? FORMS[form].cells : []
  if (cells.length !== wanted.length) {
    return { pointer: '/cells', asked: `应有${wanted.length}个单元格，现有${cells.length}个` }
  }
  const at = wanted.findIndex((spec, index) => {
    const cell = cells[index]
    return !cell || cellKey(cell) !== cellKey(spec)
  })
  const spec = wanted[at]
  if (!spec) return null
  return { pointer: `/cells/${at}`, asked: `应为${spec.table}“${spec.row}”行“${spec.column}”列` }
}

function findValueMismatch(cells: readonly Cell[]): Mismatch | null {
  const at = cells.findIndex(({ state, value }) => (state === 'number') !== (value !== null))
  if (at < 0) return null
  const asked = cells[at]?.state === 'number' ? '应为数值' : '应为null（state不是number）'
  return { pointer: `/cells/${at}/value`, asked }
}

function damaged(medium: string, { pointer, asked }: Mismatch) {
  const where = pointer === '' ? '整个文件' : pointer
  return refuse(
    'file.damaged',
    `${medium}文件不符合年度报告数据格式：${where}${asked}。请改正该处，或由原报告重新导出。`,
  )
}
