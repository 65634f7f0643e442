import type { PrintedReport } from './statutory.js'

/** Far above any report: the longest published ones have some 60 000 characters. */
const TEXT_LIMIT = 300_000
/** A paragraph costs the typesetter about as much as this many characters. */
const PARAGRAPH_COST = 30
/** A title, a heading or a cell: a PDF/A cannot hold a title of more than 32 767 bytes. */
const LINE_LIMIT = 2_000

/** Whether a report is longer than one can be, so that setting it would only take time and memory. */
export function isTooLong({ title, intro, sections, signature }: PrintedReport): boolean {
  const paragraphs = [...intro, ...signature, ...sections.flatMap((section) => section.paragraphs)]
  const size = paragraphs.reduce((sum, text) => sum + text.length + PARAGRAPH_COST, 0)
  const cells = sections
    .flatMap(({ table }) => table?.blocks ?? [])
    .flatMap(({ body }) => body.flat())
  const lines = [title, ...sections.map(({ heading }) => heading), ...cells.map(({ text }) => text)]
  return size > TEXT_LIMIT || lines.some((line) => line.length > LINE_LIMIT)
}
