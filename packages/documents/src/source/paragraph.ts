import type { LineBlock } from './source.js'

const BLANK = 0x20

/**
 * The lines of a paragraph, `\n` between them, blanks at their ends left out. Places count characters from the start
 * of the paragraph, an automatic number included.
 */
export function paragraphLines(words: string, paragraph: number): LineBlock[] {
  let start = 0
  return words.split('\n').map((line) => {
    const text = withoutEndBlanks(line)
    const at = { kind: 'paragraph', paragraph, start, end: start + text.length } as const
    start += line.length + 1
    return { kind: 'line', text, at }
  })
}

/** The text without the blanks at its end; a pattern would try each blank of a long gap anew. */
export function withoutEndBlanks(line: string): string {
  let end = line.length
  while (line.charCodeAt(end - 1) === BLANK) end--
  return line.slice(0, end)
}
