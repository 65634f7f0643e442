import { paragraphLines } from '../paragraph.js'
import type { Block } from '../source.js'

/** Lines as they form: the words of the paragraph at hand and the blocks that are done. */
export type Flow = {
  readonly blocks: Block[]
  /** Words of the open paragraph; `\n` is a forced line break. */
  words: string
  /** The number of a list item whose words are still to come, maybe in a paragraph of their own. */
  marker: string
}

/** Counts paragraphs of the whole page, those inside tables included. */
export type Counter = { paragraphs: number }

// The white space that HTML collapses; a no-break space is none of it.
const COLLAPSIBLE = /[ \t\n\r\f]+/g

/** An empty flow. */
export function openFlow(): Flow {
  return { blocks: [], words: '', marker: '' }
}

/** Adds text as a browser shows it: white space collapsed, none at the start of a line. */
export function addText(flow: Flow, text: string): void {
  const collapsed = text.replace(COLLAPSIBLE, ' ')
  const isAtBlank = flow.words === '' || flow.words.endsWith(' ') || flow.words.endsWith('\n')
  flow.words += isAtBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
}

/** Puts the number of a list item before its first words. */
export function addMarker(flow: Flow, marker: string): void {
  flow.words = marker
  flow.marker = marker
}

/** Adds text of a preformatted element, its line ends and blanks kept. */
export function addPreformatted(flow: Flow, text: string): void {
  flow.words += text
}

/** Adds a forced line break. */
export function addBreak(flow: Flow): void {
  flow.words = `${flow.words.replace(/ $/, '')}\n`
}

/**
 * Ends the paragraph at hand: a block for each of its lines. No-break spaces become blanks, one for one.
 * A paragraph without words gives nothing, or one empty line where `keepsEmpty` says that it stands for something.
 */
export function endParagraph(flow: Flow, counter: Counter, keepsEmpty: boolean): void {
  if (flow.marker !== '' && flow.words === flow.marker && !keepsEmpty) return
  const words = flow.words.replace(/[ \n]$/, '').replaceAll('\u00a0', ' ')
  const isNothing = flow.words === '' || flow.words === ' '
  flow.words = ''
  flow.marker = ''
  if (isNothing && !keepsEmpty) return
  flow.blocks.push(...paragraphLines(words, ++counter.paragraphs))
}
