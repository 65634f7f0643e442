import type { LineBlock } from './source.js'

/**
 * The lines of a paragraph, `\n` between them, blanks at their ends left out. Places count characters from the start
 * of the paragraph, an automatic number included.
 */
export function paragraphLines(words: string, paragraph: number): LineBlock[] {
  let start = 0
  return words.split('\n').map((line) => {
    const text = line.replace(/ +$/, '')
    const at = { kind: 'paragraph', paragraph, start, end: start + text.length } as const
    start += line.length + 1
    return { kind: 'line', text, at }
  })
}
