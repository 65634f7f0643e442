import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  applyCorrections,
  type Cell,
  type CellSpec,
  cellKey,
  cellsByKey,
  FORMS,
  keepBindings,
  type SavedReport,
  toCell,
  withBindings,
} from '@gongkai/report'
import { toSaved } from '../files/read-file.js'
import type { Begun } from './starting-points.js'

export type FitRefusal = Refusal<'report.other-form' | 'report.other-year'>

/**
 * A report as it may stand in a collection: of its year and on its form, each cell of the form once and with the value that its text
 * has. Waivers that came with it are left out: here they are given by rule, place and value. So are figures that are bound to a cell and do not
 * print it.
 */
export function fitDocument(
  { reportYear, form }: Omit<Begun, 'authority'>,
  document: SavedReport,
): Result<SavedReport, FitRefusal> {
  if (document.form !== form) return otherForm(form)
  if (document.year !== reportYear) return otherYear(reportYear, document.year)
  const given = cellsByKey(document)
  const cells = FORMS[form].cells.map((spec) => fitCell(spec, given.get(cellKey(spec))))
  const { corrections = [], bindings = [] } = document
  const read = { ...document, cells }
  const { kept } = keepBindings(applyCorrections(read, corrections).report, bindings)
  const report = withBindings(read, kept)
  return ok(toSaved({ report, corrections, waivers: [] }, document))
}

/** What was not read stays unread, and what is not there is blank. */
function fitCell(spec: CellSpec, cell: Cell | undefined): Cell {
  if (!cell) return toCell(spec, '', null, false)
  return cell.state === 'unread' ? cell : toCell(spec, cell.raw ?? '', cell.at, cell.inferred)
}

function otherForm(form: string) {
  const message = `这份报告不是按${form}年格式编制的。请按规定格式编制，或选用空白表格。`
  return refuse('report.other-form', message)
}

function otherYear(asked: number, year: number | null) {
  const what = year === null ? '没有写明报告年度' : `是${year}年度的`
  return refuse(
    'report.other-year',
    `这份报告${what}，现在收集的是${asked}年度的报告。请核对后重新提交。`,
  )
}
