import { ok, type Result } from '@gongkai/law'
import type { Place } from '@gongkai/report'
import { kindToRedact } from './redact-file.js'
import type { RedactRefusal } from './redaction.js'

/** A line of a page and where each of its characters stands: left and right edge, in fractions of the page. */
export type PageLine = {
  readonly page: number
  readonly text: string
  readonly edges: readonly (readonly [left: number, right: number])[]
  readonly top: number
  readonly height: number
}

/** Words that can be marked: a paragraph, or a cell with its row and column from 0. */
export type ShownWords = {
  readonly text: string
  readonly at: Extract<Place, { readonly kind: 'paragraph' | 'table' | 'sheet' }>
  readonly cell: {
    readonly row: number
    readonly column: number
    readonly rowSpan: number
    readonly colSpan: number
  } | null
}

/** Paragraphs, or one table with what it is called. */
export type WordsBlock = { readonly title: string | null; readonly words: readonly ShownWords[] }

/** A file as an officer marks what is to be withheld of it. */
export type ShownFile =
  | { readonly kind: 'pages'; readonly pages: number; readonly lines: readonly PageLine[] }
  | { readonly kind: 'words'; readonly blocks: readonly WordsBlock[] }

/** What there is to mark in a file: of a PDF the lines of its text layer with their places, of a Word file or workbook its words. */
export async function readShown(bytes: Uint8Array): Promise<Result<ShownFile, RedactRefusal>> {
  const kind = await kindToRedact(bytes)
  if (!kind.ok) return kind
  switch (kind.value) {
    case 'jpeg':
    case 'png':
      return ok({ kind: 'pages', pages: 1, lines: [] })
    case 'pdf':
      return (await import('./page-lines.js')).pageLines(bytes)
    case 'docx':
      return (await import('./shown-words.js')).docxWords(bytes)
    case 'xlsx':
      return (await import('./shown-words.js')).sheetWords(bytes)
  }
}
