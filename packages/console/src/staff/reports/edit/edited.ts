import {
  type AnnualReport,
  type Binding,
  cellKey,
  FORMS,
  followCells,
  isOfficialForm,
  moveBindings,
  type PartKey,
  printedDate,
  type SavedReport,
  SECTIONS,
  type SectionNo,
  toCell,
  withBindings,
} from '@gongkai/report'
import { shownReport } from '../../../state/shown.js'

/** A version as it is worked on: what was corrected in its reading stands in it as if it had been written so. */
export function toEdited(saved: SavedReport): SavedReport {
  return { ...saved, ...shownReport(saved), corrections: [], waivers: [] }
}

/** The report with other contents of some cells, by `cellKey`; each is read anew from what was typed, and bound figures follow. */
export function withCells(report: SavedReport, typed: ReadonlyMap<string, string>): SavedReport {
  if (!isOfficialForm(report.form)) return report
  const specs = new Map(FORMS[report.form].cells.map((spec) => [cellKey(spec), spec]))
  const cells = report.cells.map((cell) => {
    const text = typed.get(cellKey(cell))
    const spec = specs.get(cellKey(cell))
    return text === undefined || !spec ? cell : toCell(spec, text, null, false)
  })
  return followCells({ ...report, cells })
}

/** The report with another text of a part. Where the old text stood in its file says nothing of the new one. */
export function withText(report: SavedReport, part: PartKey, text: string): SavedReport {
  return retype(report, part, text, text.length).report
}

/** The same, and the bindings that fell because their own figure was typed over. `caret`: where the cursor stands in the new text. */
export function retype(
  report: SavedReport,
  part: PartKey,
  text: string,
  caret: number,
): { readonly report: SavedReport; readonly dropped: readonly Binding[] } {
  const trace = report.trace.filter((one) => one.part !== part)
  const after = { ...report, trace, figures: [], ...partWith(report, part, text) }
  const { kept, dropped } = moveBindings(report, after, part, caret)
  return { report: withBindings(after, kept), dropped }
}

/** The report with a section that it lacks, under its official heading and in its place. */
export function withSection(report: SavedReport, no: SectionNo): SavedReport {
  const title = SECTIONS.find((one) => one.no === no)?.title ?? ''
  const added = { no, title, heading: `${no}、${title}`, text: '' }
  const order = (one: { readonly no: SectionNo }) => '一二三四五六七八九十'.indexOf(one.no)
  return {
    ...report,
    sections: [...report.sections, added].toSorted((a, b) => order(a) - order(b)),
  }
}

function partWith(report: AnnualReport, part: PartKey, text: string): Partial<AnnualReport> {
  if (part === 'title' || part === 'intro') return { [part]: text }
  if (part === 'signature') {
    return { signature: text || null, signedOn: printedDate(text)?.date ?? null }
  }
  const [kind, no] = part.split('/')
  const isHeading = kind === 'heading'
  const changed = isHeading ? { heading: text, title: titleIn(text) } : { text }
  return {
    sections: report.sections.map((one) => (one.no === no ? { ...one, ...changed } : one)),
  }
}

/** The words of a heading without its number. */
function titleIn(heading: string): string {
  return heading.replace(/^\s*[一二三四五六七八九十\d]+\s*[、.．]\s*/, '').trim()
}
