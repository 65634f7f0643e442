import type { LineBlock } from '../source.js'

/** A line of a text: where it starts, and its words with every column kept. */
export type TextLine = {
  readonly text: string
  /** Line number from 1. */
  readonly line: number
  /** Column of the first character from 1, in UTF-16 units: past 1 after a form feed or a line separator. */
  readonly column: number
}

// What ends a line for every editor: CR LF, LF, a lone CR.
const LINE_END = /\r\n|\n|\r/
// What breaks a line but not the counting: vertical tab, form feed (a page break), next line, U+2028, U+2029.
const SOFT_BREAK = /[\v\f\x85\u2028\u2029]/

/** The lines of `text`, blank ones included; a line feed at the very end adds none. */
export function splitLines(text: string): TextLine[] {
  const physical = text.split(LINE_END)
  if (physical.at(-1) === '') physical.pop()
  return physical.flatMap((text, index) =>
    SOFT_BREAK.test(text) ? splitSoft(text, index + 1) : [{ text, line: index + 1, column: 1 }],
  )
}

/** A stretch of `line` from character `start` to `end` as a block. */
export function lineBlock(line: TextLine, text = line.text, start = 0): LineBlock {
  const column = line.column + start
  return {
    kind: 'line',
    text,
    at: {
      kind: 'line',
      line: line.line,
      column,
      endLine: line.line,
      endColumn: column + text.length,
    },
  }
}

function splitSoft(text: string, line: number): TextLine[] {
  let column = 1
  return text.split(SOFT_BREAK).map((part) => {
    const here = { text: part, line, column }
    column += part.length + 1
    return here
  })
}
