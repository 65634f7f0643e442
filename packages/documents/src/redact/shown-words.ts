import { ok, type Result } from '@gongkai/law'
import { readDocx } from '../source/docx/read-docx.js'
import { refuseTooLong } from '../source/guards/extent.js'
import type { GridCell, LineBlock } from '../source/source.js'
import { inspectParts } from './office-parts.js'
import { readSheets } from './redact-sheet.js'
import type { RedactRefusal } from './redaction.js'
import type { ShownFile, ShownWords, WordsBlock } from './shown-text.js'

/** Paragraphs and tables of a Word file, as `redactWord` finds them again. */
export async function docxWords(bytes: Uint8Array): Promise<Result<ShownFile, RedactRefusal>> {
  const parts = inspectParts(bytes)
  if (!parts.ok) return parts
  const source = await readDocx(bytes)
  if (!source.ok) return source
  const tooLong = refuseTooLong(source.value)
  if (tooLong) return tooLong
  let tables = 0
  const blocks = source.value.blocks.map((block): WordsBlock => {
    if (block.kind === 'line') return { title: null, words: wordsOf(block, null) }
    const words = block.cells.flatMap((cell) => wordsOf(cell, cell))
    return { title: `表${++tables}`, words }
  })
  return ok({ kind: 'words', blocks })
}

/** The shown cells of a workbook, as `redactSheet` finds them again. */
export function sheetWords(bytes: Uint8Array): Result<ShownFile, RedactRefusal> {
  const parts = inspectParts(bytes)
  if (!parts.ok) return parts
  const sheets = readSheets(bytes)
  if (!sheets.ok) return sheets
  const blocks = sheets.value.map(({ name, cells }) => ({
    title: `工作表“${name}”`,
    words: cells.map(({ text, at, row, column, rowSpan, colSpan }) => {
      return { text, at, cell: { row, column, rowSpan, colSpan } }
    }),
  }))
  return ok({ kind: 'words', blocks })
}

function wordsOf({ text, at }: LineBlock | GridCell, cell: GridCell | null): ShownWords[] {
  if (at.kind !== 'paragraph' && at.kind !== 'table') return []
  const { row, column, rowSpan, colSpan } = cell ?? { row: 0, column: 0, rowSpan: 1, colSpan: 1 }
  return [{ text, at, cell: cell && { row, column, rowSpan, colSpan } }]
}
