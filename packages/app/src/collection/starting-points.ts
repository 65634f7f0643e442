import { withoutFeeSentence } from '@gongkai/law'
import {
  type Cell,
  cellKey,
  cellsByKey,
  FORMS,
  type FormId,
  followCells,
  keepBindings,
  type SavedReport,
  SECTIONS,
  toCell,
  withBindings,
} from '@gongkai/report'
import { toSaved } from '../files/read-file.js'
import { corrected } from '../files/write-file.js'

/** Whose report on which year is begun, on which form. */
export type Begun = {
  readonly authority: string
  readonly reportYear: number
  readonly form: FormId
}

/** The blank form: title, headings and signature stand, every cell is empty. */
export function blankReport(begun: Begun): SavedReport {
  const sections = SECTIONS.map(({ no, title }) => {
    return { no, title, heading: `${no}、${title}`, text: '' }
  })
  return made(begun, { intro: '', sections, cells: blankCells(begun.form) })
}

/**
 * Last year's text to work on. Last year's numbers are not this year's: only what it carried over stands, as this year's
 * 上年结转 (表三 二), and is marked as inferred. Figures of the text that were bound stay bound on the same form: each waits for this year's number of
 * its cell.
 */
export function fromLastYear(begun: Begun, lastYear: SavedReport): SavedReport {
  const before = cellsByKey(corrected(lastYear))
  const cells = blankCells(begun.form).map((cell) => carriedInto(cell, before))
  return made(begun, { ...wordsOf(begun, lastYear), cells })
}

/** The sums of the others' reports and the own share in the tables, over last year's text where there is one. */
export function fromSums(
  begun: Begun,
  lastYear: SavedReport | null,
  cells: readonly Cell[],
): SavedReport {
  return made(begun, { ...wordsOf(begun, lastYear ?? blankReport(begun)), cells })
}

/** Tables 3 and 4 as the register counts them, over last year's text where there is one, and the sentence on fees at the end of section six; all other cells are empty. */
export function fromRegister(
  begun: Begun,
  lastYear: SavedReport | null,
  counted: readonly Cell[],
  fees: string,
): SavedReport {
  const byKey = cellsByKey({ cells: counted })
  const cells = blankCells(begun.form).map((cell) => byKey.get(cellKey(cell)) ?? cell)
  const words = wordsOf(begun, lastYear ?? blankReport(begun))
  const sections = words.sections.map((section) =>
    section.no === '六' ? { ...section, text: withFees(section.text, fees) } : section,
  )
  return made(begun, { ...words, sections, cells })
}

/** At the end: what is bound to cells stays in its place. */
function withFees(text: string, fees: string): string {
  return [withoutFeeSentence(text), fees].filter((one) => one.trim() !== '').join('\n')
}

/** The text with what binds it to cells. The cells of another form are others. */
function wordsOf({ form }: Begun, report: SavedReport) {
  const { intro, sections, bindings = [] } = corrected(report)
  return { intro, sections, bindings: report.form === form ? bindings : [] }
}

function blankCells(form: FormId): readonly Cell[] {
  return FORMS[form].cells.map((spec) => toCell(spec, '', null, false))
}

function carriedInto(cell: Cell, before: ReadonlyMap<string, Cell>): Cell {
  if (cell.table !== 'requests' || cell.row !== '二') return cell
  const last = before.get(cellKey({ ...cell, row: '四' }))
  if (last?.state !== 'number') return cell
  const { state, value, unit, raw } = last
  return { ...cell, state, value, unit, raw, inferred: true }
}

function made(
  { authority, reportYear, form }: Begun,
  given: Pick<SavedReport, 'intro' | 'sections' | 'cells' | 'bindings'>,
): SavedReport {
  const title = `${authority}${reportYear}年政府信息公开工作年度报告`
  const followed = followCells({
    ...{ form, title, authority, year: reportYear },
    ...given,
    ...{ signature: authority, signedOn: null, publishedOn: null },
    ...{ figures: [], labels: [], residue: [], problems: [], trace: [] },
  })
  const report = withBindings(followed, keepBindings(followed, followed.bindings ?? []).kept)
  const about = { file: title, sha256: null, mediaType: null }
  return toSaved({ report, corrections: [], waivers: [] }, about)
}
