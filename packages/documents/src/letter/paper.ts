import type { LetterText } from '@gongkai/law'

/** A letter or a form as it is laid out. */
export type Paper = {
  /** Each line of the title. */
  readonly title: readonly string[]
  readonly number: string | null
  /** 主送, without the colon. */
  readonly addressee: string | null
  /** Paragraphs before the table. */
  readonly before: readonly string[]
  readonly table: PaperTable | null
  /** Paragraphs after it; those of a letter without a table stand here. */
  readonly after: readonly string[]
  readonly attachments: readonly string[]
  readonly signature: PaperSignature | null
  readonly note: string | null
}

export type PaperTable = {
  /** Millimetres; together the 156 mm of the text. */
  readonly widths: readonly number[]
  /** Points. */
  readonly size: number
  /** Repeated on each page. */
  readonly head: readonly string[]
  readonly rows: readonly PaperRow[]
}

/** Cells from left to right; a row is at least `height` millimetres high. */
export type PaperRow = { readonly height: number; readonly cells: readonly PaperCell[] }

export type PaperCell = {
  readonly text: string
  readonly isLabel: boolean
  readonly colSpan: number
  readonly rowSpan: number
}

/** Points from the right edge of the text to that of each line. */
type PaperSignature = {
  readonly name: string
  readonly date: string
  readonly nameIndent: number
  readonly dateIndent: number
}

/** A label of a form, or an entry beside it. */
export function cell(text: string, isLabel: boolean, colSpan = 1, rowSpan = 1): PaperCell {
  return { text, isLabel, colSpan, rowSpan }
}

/** The letter laid out after GB/T 9704; papers that are forms have a table with a line for each row. */
export function letterPaper(letter: LetterText): Paper {
  const { name, date } = letter.signature
  const isForm = letter.rows.length > 0
  return {
    title: letter.title,
    number: isForm ? null : letter.documentNumber,
    addressee: isForm ? null : letter.addressee,
    before: [],
    table: isForm ? rowsTable(letter.rows) : null,
    after: letter.paragraphs.map(({ text }) => text),
    attachments: letter.attachments,
    signature: signatureOf(name, date ?? UNDATED),
    note: letter.note,
  }
}

const UNDATED = '　　　　年　　月　　日'

function rowsTable(rows: LetterText['rows']): PaperTable {
  return {
    widths: [50, 106],
    size: 12,
    head: [],
    rows: rows.map(([label, entry]) => ({
      height: 10,
      cells: [cell(label, true), cell(entry, false)],
    })),
  }
}

const CHARACTER = 16
/** The date stands four characters from the right, where the seal covers it; the name is centred above it (GB/T 9704, 7.3.5.1). */
const DATE_INDENT = 4 * CHARACTER

function signatureOf(name: string, date: string): PaperSignature {
  const beside = (widthOf(name) - widthOf(date)) / 2
  const dateIndent = Math.max(DATE_INDENT, beside + CHARACTER)
  return { name, date, dateIndent, nameIndent: dateIndent - beside }
}

/** Points: Chinese characters are as wide as they are high, digits half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one < '\u0100' ? CHARACTER / 2 : CHARACTER), 0)
}
