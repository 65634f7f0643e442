import { SECTIONS } from '@gongkai/report'
import { partOf } from '../source/part-of.js'
import type { Block, LineBlock } from '../source/source.js'
import { KEYWORDS } from './headings.js'

/** Behind a sentence's end or a value a section's number may stand in the middle of a line. */
const NUMBERED = '(?<=^\\s*|[。！）)\\d０-９元件/—-]\\s*)([一二三四五六])\\s*[、.．]\\s*'

/**
 * A section's heading in the middle of a line: its number and official words that stand in no enumeration of the
 * sections, or words of the office's own that a blank ends.
 */
const HEADING = new RegExp(
  `${NUMBERED}(?:(?:${SECTIONS.map(({ title }) => title).join('|')})(?![、，,；;“”]|。\\s*(?:[一二三四五六]\\s*[、.．]|$))[。：:]?|([\\u4e00-\\u9fff、，（）()]{2,50}?(?:情况|事项))(?=\\s))`,
  'g',
)

/** Any heading's number; looked for first, being cheap. */
const NUMBER = /[一二三四五六]\s*[、.．]/

/** The blocks, lines in which several sections run together cut before and behind each heading. */
export function splitAtHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? splitLine(block) : [block]))
}

function splitLine(line: LineBlock): readonly Block[] {
  const { text, at } = line
  if (!NUMBER.test(text)) return [line]
  const found = [...text.matchAll(HEADING)].filter(
    ([, no = '', own]) => own === undefined || KEYWORDS[no]?.test(own),
  )
  const starts = [...found.map(({ index }) => index), text.length]
  const edges = found.flatMap(({ 0: words, index }, i) => {
    const end = index + words.length
    return isText(text.slice(end, starts[i + 1])) ? [index, end] : [index]
  })
  const cuts = [0, ...edges.filter((edge) => text.slice(0, edge).trim() !== '')]
  if (cuts.length === 1) return [line]
  return cuts.map((from, i): LineBlock => {
    const to = cuts[i + 1] ?? text.length
    return { kind: 'line', text: text.slice(from, to), at: partOf(at, from, to) }
  })
}

/** What follows a heading is the section's text and no words added to the heading, nor its page in a table of contents. */
function isText(behind: string): boolean {
  if (/^[\s.…·]*\d{0,3}\s*$/.test(behind)) return false
  return /[。\d]/.test(behind) || behind.trim().length > MOST_ADDED
}

/** Characters that an office adds to an official heading at most. */
const MOST_ADDED = 20
