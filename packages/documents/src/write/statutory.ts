import {
  type AnnualReport,
  type Cell,
  type CellState,
  cellKey,
  type FormId,
  SECTIONS,
  type Section,
  type SectionNo,
  type TableView,
  tableViews,
  type ValueCell,
  type WordCell,
} from '@gongkai/report'
import { printable } from './printable.js'

/** Stands in the place of a cell that could not be read: never a blank, never a zero. */
export const UNREAD_MARK = '〔未读出〕'
/** Stands under the heading of a section that the report does not have. */
export const MISSING_SECTION_MARK = '〔原报告无此部分〕'
/** Stands where the report has no title. */
export const MISSING_TITLE_MARK = '〔未读出标题〕'

/** A cell of a printed table: words of the form, or a value as read. */
export type PrintedCell = (WordCell | ValueCell) & {
  readonly text: string
  /** The cell as read; null for words of the form. */
  readonly read: Cell | null
  readonly state: CellState | null
}
export type PrintedBlock = {
  readonly head: readonly (readonly PrintedCell[])[]
  readonly body: readonly (readonly PrintedCell[])[]
}
export type PrintedTable = Omit<TableView, 'blocks'> & { readonly blocks: readonly PrintedBlock[] }

export type PrintedSection = {
  readonly no: SectionNo
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly table: PrintedTable | null
}

/** A report in the statutory layout, before it takes the shape of a file format. */
export type PrintedReport = {
  readonly title: string
  readonly intro: readonly string[]
  readonly sections: readonly PrintedSection[]
  /** Authority and date, a line each. */
  readonly signature: readonly string[]
}

/**
 * Lays out a report as 条例第五十条 and the form want it: title, introduction, the six headings with text and tables,
 * signature and date. Nothing is set right on the way: headings and cells stand as printed in the source.
 */
export function layOut(report: AnnualReport, form: FormId): PrintedReport {
  const tables = printTables(report.cells, form)
  return {
    title: report.title ? printable(report.title) : MISSING_TITLE_MARK,
    intro: paragraphs(report.intro),
    sections: SECTIONS.flatMap(({ no, title }) => {
      const table = tables.find((one) => one.section === no) ?? null
      const found = report.sections.filter((section) => section.no === no)
      if (found.length === 0) return [missingSection(no, title, table)]
      return found.map((section, at) => printSection(section, at === 0 ? table : null))
    }),
    signature: paragraphs(report.signature ?? ''),
  }
}

/** What stands in the printed cell: the source's own characters, blank where it is blank. */
export function cellText({ state, raw, value, unit }: Cell): string {
  if (state === 'unread') return UNREAD_MARK
  if (state === 'blank') return ''
  return printable(raw ?? `${value ?? ''}${value === null ? '' : ownUnit(unit)}`)
}

/** The form's tables with the cells of a report in their places. */
export function printTables(cells: readonly Cell[], form: FormId): readonly PrintedTable[] {
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]))
  const print = (cell: WordCell | ValueCell): PrintedCell => {
    if (cell.kind !== 'value') return { ...cell, read: null, state: null }
    const read = byKey.get(cellKey(cell.cell)) ?? null
    return {
      ...cell,
      read,
      state: read?.state ?? 'unread',
      text: read ? cellText(read) : UNREAD_MARK,
    }
  }
  return tableViews(form).map((view) => ({
    ...view,
    blocks: view.blocks.map(({ head, body }) => ({
      head: head.map((row) => row.map(print)),
      body: body.map((row) => row.map(print)),
    })),
  }))
}

/** A computed amount has no printed text; its unit is printed unless the header already says 万元. */
function ownUnit(unit: string | null): string {
  return unit === null || unit === '万元' ? '' : unit
}

function printSection(section: Section, table: PrintedTable | null): PrintedSection {
  const { no, heading, title } = section
  return {
    no,
    heading: printable(heading || `${no}、${title}`),
    paragraphs: paragraphs(section.text),
    table,
  }
}

function missingSection(no: SectionNo, title: string, table: PrintedTable | null): PrintedSection {
  return { no, heading: `${no}、${title}`, paragraphs: [MISSING_SECTION_MARK], table }
}

function paragraphs(text: string): string[] {
  return printable(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
}
