import type { Problem, Residue } from '@gongkai/report'
import type { Numbering } from '../numerals/lists.js'
import { paragraphLines, withoutEndBlanks } from '../paragraph.js'
import type { Block } from '../source.js'
import { type XmlElement, xmlAttribute, xmlChild } from '../xml/parse.js'
import { isOn, numberingRef, type Styles, settingOf } from './styles.js'
import { readTable } from './table.js'

/** What is known and counted over the whole file. */
export type Walk = {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly residue: Residue[]
  readonly problems: Problem[]
  /** Fields that are open, innermost last: their code is not shown, their result is. */
  readonly fields: ('code' | 'result')[]
  paragraphs: number
  tables: number
}

/** Lines as they form; words wait here while a deleted paragraph mark joins two paragraphs. */
type Flow = { readonly blocks: Block[]; words: string }
type Paragraph = { readonly flow: Flow; readonly isHidden: boolean }

// Properties, deleted and moved-away text, field codes, phonetic guides, and shapes apart from their text boxes.
const LEFT_OUT = new Set(
  (
    'pPr rPr sdtPr sdtEndPr tblPr tblPrEx tblGrid trPr tcPr sectPr del moveFrom instrText delText delInstrText ' +
    'rt footnoteReference endnoteReference annotationRef Fallback'
  ).split(' '),
)
const SHAPES = new Set(['drawing', 'pict', 'object'])
const CONTENTS_STYLE = /^(?:toc \d|目录)/i

/** What stands inside `element` (the body, a cell, a text box), as lines and grids. */
export function walkContent(element: XmlElement, walk: Walk): Block[] {
  const flow: Flow = { blocks: [], words: '' }
  walkChildren(element, { flow, isHidden: false }, walk)
  if (flow.words !== '') endParagraph(flow, '', walk)
  return flow.blocks
}

function walkChildren(element: XmlElement, paragraph: Paragraph, walk: Walk): void {
  for (const child of element.children) {
    if (typeof child !== 'string' && !LEFT_OUT.has(child.name)) walkElement(child, paragraph, walk)
  }
}

function walkElement(element: XmlElement, paragraph: Paragraph, walk: Walk): void {
  const { flow } = paragraph
  const { name } = element
  if (name === 'p') walkParagraph(element, flow, walk)
  else if (name === 'r') walkRun(element, paragraph, walk)
  else if (name === 'tbl') walkTable(element, flow, walk)
  else if (name === 'AlternateContent') walkAlternatives(element, paragraph, walk)
  else if (SHAPES.has(name)) flow.blocks.push(...textBoxes(element, walk))
  else if (name === 'fldChar') markField(element, walk)
  else if (name === 'altChunk') walk.problems.push(EMBEDDED)
  else {
    const text = paragraph.isHidden || walk.fields.includes('code') ? '' : textOf(element)
    if (text === null) walkChildren(element, paragraph, walk)
    else flow.words += text
  }
}

function walkTable(element: XmlElement, { blocks }: Flow, walk: Walk): void {
  blocks.push(...readTable(element, ++walk.tables, (cell) => walkContent(cell, walk)))
}

const EMBEDDED: Problem = {
  code: 'docx.embedded-part',
  at: null,
  message:
    '文件中嵌入了另一份文档（altChunk），其内容没有读入。请用 Word 打开，另存为新的 docx 后重新提供。',
}

function walkParagraph(element: XmlElement, flow: Flow, walk: Walk): void {
  const properties = xmlChild(element, 'pPr')
  const styleId = settingOf(xmlChild(properties, 'pStyle')) ?? ''
  const style = walk.styles.get(styleId)
  const mark = xmlChild(properties, 'rPr')
  walkChildren(element, { flow, isHidden: style?.isHidden ?? false }, walk)
  if (xmlChild(mark, 'del') || xmlChild(mark, 'moveFrom')) return
  if (flow.words === '' && isOn(xmlChild(mark, 'vanish'))) return
  if (CONTENTS_STYLE.test(style?.name ?? '')) {
    if (flow.words) walk.residue.push({ kind: 'navigation', text: flow.words, at: null })
    flow.words = ''
    return
  }
  const own = numberingRef(properties)
  const numId = own.numId ?? style?.numbering?.numId
  const level = own.level ?? style?.numbering?.level ?? null
  const number = numId === undefined ? '' : walk.numbering.next({ numId, level }, styleId)
  endParagraph(flow, number, walk)
}

function endParagraph(flow: Flow, number: string, walk: Walk): void {
  flow.blocks.push(...paragraphLines(number + flow.words, ++walk.paragraphs))
  flow.words = ''
}

function walkRun(element: XmlElement, paragraph: Paragraph, walk: Walk): void {
  const properties = xmlChild(element, 'rPr')
  const style = walk.styles.get(settingOf(xmlChild(properties, 'rStyle')) ?? '')
  const isHidden =
    isOn(xmlChild(properties, 'vanish')) ?? ((style?.isHidden ?? false) || paragraph.isHidden)
  walkChildren(element, { flow: paragraph.flow, isHidden }, walk)
}

/** The first choice, which every Word since 2010 shows; the fallback says the same once more. */
function walkAlternatives(element: XmlElement, paragraph: Paragraph, walk: Walk): void {
  const shown = xmlChild(element, 'Choice') ?? xmlChild(element, 'Fallback')
  if (shown) walkChildren(shown, paragraph, walk)
}

function textBoxes(element: XmlElement, walk: Walk): Block[] {
  if (element.name === 'txbxContent') return walkContent(element, walk)
  const isAlternative = element.name === 'AlternateContent'
  const inside = isAlternative ? xmlChild(element, 'Choice') : element
  return (inside?.children ?? []).flatMap((child) =>
    typeof child === 'string' ? [] : textBoxes(child, walk),
  )
}

function markField(element: XmlElement, { fields }: Walk): void {
  const type = xmlAttribute(element, 'fldCharType')
  if (type === 'begin') fields.push('code')
  else if (type === 'separate') fields.splice(-1, 1, 'result')
  else if (type === 'end') fields.pop()
}

/** The characters an element of a run stands for, null where it is none of these but may hold some. */
function textOf(element: XmlElement): string | null {
  switch (element.name) {
    case 't':
      return plainText(element)
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '-'
    case 'sym':
      return symbol(element)
    default:
      return null
  }
}

function plainText(element: XmlElement): string {
  const text = element.children.join('').replace(/[\r\n\t]+/g, ' ')
  return xmlAttribute(element, 'space') === 'preserve'
    ? text
    : withoutEndBlanks(text.replace(/^ +/, ''))
}

// The boxes and marks of Wingdings and Wingdings 2 that stand in Chinese forms, by character code.
const SYMBOLS: Readonly<Record<string, string>> = {
  'Wingdings A8': '□',
  'Wingdings 6F': '□',
  'Wingdings FE': '☑',
  'Wingdings FD': '☒',
  'Wingdings FC': '✓',
  'Wingdings FB': '✗',
  'Wingdings 6C': '●',
  'Wingdings 6E': '■',
  'Wingdings 2 A3': '□',
  'Wingdings 2 52': '☑',
  'Wingdings 2 50': '✓',
  'Wingdings 2 4F': '✗',
}

/** A character named by font and code; symbol fonts lie in the private area from F000. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(xmlAttribute(element, 'char') ?? '', 16)
  if (Number.isNaN(code)) return ''
  const low = (code & 0xff).toString(16).toUpperCase()
  return SYMBOLS[`${xmlAttribute(element, 'font')} ${low}`] ?? String.fromCharCode(code)
}
