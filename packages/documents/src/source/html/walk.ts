import type { Residue } from '@gongkai/report'
import { LIMITS } from '../guards/limits.js'
import type { Block } from '../source.js'
import { tableBlocks } from '../table/assemble.js'
import {
  addBreak,
  addMarker,
  addPreformatted,
  addText,
  endParagraph,
  type Flow,
  openFlow,
} from './flow.js'
import { nextMarker, type OrderedList, openList } from './lists.js'
import { attribute, type HtmlElement, type HtmlNode, isElement, TooDeep } from './parse.js'
import { isBlock, isNavigation, isShown } from './shown.js'
import { placeCells, shownRows } from './table.js'

/** What is counted and left out over the whole page. */
export type Walk = { paragraphs: number; tables: number; readonly residue: Residue[] }

type Around = {
  readonly depth: number
  readonly isPreformatted: boolean
  readonly list: OrderedList | null
}

const PREFORMATTED = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea'])
const PREFORMATTED_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i
// Word's export writes the number of a list paragraph out, in a span that other programs are to ignore.
const WORD_LIST_NUMBER = /mso-list\s*:\s*ignore/i
const KEPT_WHEN_EMPTY = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const EXCERPT_CHARACTERS = 60

/** What stands inside `element`, as lines and grids. Throws `TooDeep`. */
export function walkPage(element: HtmlElement, walk: Walk): Block[] {
  return walkInto(element, walk, { depth: 0, isPreformatted: false, list: null })
}

function walkInto(element: HtmlElement, walk: Walk, around: Around): Block[] {
  const flow = openFlow()
  walkChildren(element, flow, walk, around)
  endParagraph(flow, walk, false)
  return flow.blocks
}

function walkChildren(element: HtmlElement, flow: Flow, walk: Walk, around: Around): void {
  if (around.depth > LIMITS.depth) throw new TooDeep()
  for (const child of element.childNodes) walkNode(child, flow, walk, around)
}

function walkNode(node: HtmlNode, flow: Flow, walk: Walk, around: Around): void {
  if (node.nodeName === '#text' && 'value' in node) {
    if (around.isPreformatted) addPreformatted(flow, node.value)
    else addText(flow, node.value)
  } else if (isElement(node) && isShown(node)) {
    walkElement(node, flow, walk, around)
  }
}

function walkElement(element: HtmlElement, flow: Flow, walk: Walk, around: Around): void {
  if (element.tagName === 'br') addBreak(flow)
  else if (element.tagName === 'table') {
    endParagraph(flow, walk, false)
    flow.blocks.push(...walkTable(element, walk, around))
  } else if (isNavigation(element)) {
    endParagraph(flow, walk, false)
    leaveOut(element, walk, around)
  } else if (isBlock(element)) {
    walkBlock(element, flow, walk, around)
  } else {
    walkInline(element, flow, walk, around)
  }
}

function walkBlock(element: HtmlElement, flow: Flow, walk: Walk, around: Around): void {
  endParagraph(flow, walk, false)
  if (element.tagName === 'li' && around.list) addMarker(flow, nextMarker(around.list, element))
  const before = flow.blocks.length
  walkChildren(element, flow, walk, inside(element, around))
  const isEmpty = flow.blocks.length === before
  const isNumber = element.tagName === 'li' && flow.marker !== ''
  endParagraph(flow, walk, isNumber || (isEmpty && KEPT_WHEN_EMPTY.has(element.tagName)))
}

function walkInline(element: HtmlElement, flow: Flow, walk: Walk, around: Around): void {
  const start = flow.words.length
  walkChildren(element, flow, walk, inside(element, around))
  if (WORD_LIST_NUMBER.test(attribute(element, 'style') ?? '')) {
    flow.words = flow.words.slice(0, start) + flow.words.slice(start).trim()
  }
}

function inside(element: HtmlElement, around: Around): Around {
  const style = attribute(element, 'style')
  return {
    depth: around.depth + 1,
    isPreformatted:
      around.isPreformatted ||
      PREFORMATTED.has(element.tagName) ||
      (style !== undefined && PREFORMATTED_STYLE.test(style)),
    list:
      element.tagName === 'ol' ? openList(element) : element.tagName === 'ul' ? null : around.list,
  }
}

/** A table's caption as lines, then the table by what its rows hold. */
function walkTable(element: HtmlElement, walk: Walk, around: Around): Block[] {
  const within = { ...inside(element, around), list: null }
  const table = ++walk.tables
  const { captions, groups } = shownRows(element)
  const above = captions.flatMap((caption) => walkInto(caption, walk, within))
  const placed = placeCells(groups, (cell) => walkInto(cell, walk, within))
  const placeOf = ({ row, column }: { row: number; column: number }) =>
    ({ kind: 'table', table, row: row + 1, column: column + 1 }) as const
  return [...above, ...tableBlocks({ ...placed, placeOf })]
}

/** Lists the element's words as residue instead of giving them out. */
function leaveOut(element: HtmlElement, walk: Walk, around: Around): void {
  const words = openFlow()
  for (const child of element.childNodes) {
    walkNode(child, words, { ...walk, residue: [] }, inside(element, around))
    endParagraph(words, { paragraphs: 0 }, false)
  }
  const text = words.blocks
    .flatMap((block) => (block.kind === 'line' ? [block.text] : []))
    .join(' ')
  if (text.trim() === '') return
  const isLong = text.length > EXCERPT_CHARACTERS
  walk.residue.push({
    kind: 'navigation',
    text: isLong ? `${text.slice(0, EXCERPT_CHARACTERS)}…` : text,
    at: null,
  })
}
