import type { Piece } from '../source.js'
import type { TextLine } from './lines.js'

// What is set off by two or more blanks is a column of a table drawn with blanks; one blank stands inside words.
const GAP = /[ \u00a0\u3000]{2,}/
const PIECE = /[^ \u00a0\u3000]+(?:[ \u00a0\u3000][^ \u00a0\u3000]+)*/g
// A row of a drawn table fits the paper; a longer line is a paragraph.
const LONGEST_ROW = 1000
// A section's number is set off from its heading and from nothing else; so are the two characters of 目 录.
const NUMBERED_HEADING =
  /^\s*(?:目\s+录|(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六][、.．]?)\s+\S+)\s*$/
// An indent from here on is a column and no paragraph indent (two characters, four columns).
const COLUMN_INDENT = 8
// Characters that take two columns of a fixed-pitch font: CJK, kana, full-width forms, enclosed numbers.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2460-\u24ff\u2014\u2018-\u201d\u2026]/

/** The line cut at gaps of two or more blanks, edges in display columns from 0. Undefined where it has no columns. */
export function linePieces({ text, line, column }: TextLine): Piece[] | undefined {
  if (text.length > LONGEST_ROW || !GAP.test(text) || text.includes('\t')) return undefined
  if (NUMBERED_HEADING.test(text)) return undefined
  const pieces: Piece[] = []
  let measured = 0
  let width = 0
  for (const match of text.matchAll(PIECE)) {
    const left = width + displayWidth(text.slice(measured, match.index))
    const end = match.index + match[0].length
    width = left + displayWidth(match[0])
    measured = end
    pieces.push({
      text: match[0],
      extent: [left, width],
      at: {
        kind: 'line',
        line,
        column: column + match.index,
        endLine: line,
        endColumn: column + end,
      },
    })
  }
  const isColumnar = pieces.length > 1 || (pieces[0]?.extent[0] ?? 0) >= COLUMN_INDENT
  return isColumnar ? pieces : undefined
}

/** How many columns of a fixed-pitch font a text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) || character.length > 1 ? 2 : 1
  return width
}
