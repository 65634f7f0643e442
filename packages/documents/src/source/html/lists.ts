import { formatNumeral, type NumeralStyle } from '../numerals/numerals.js'
import { attribute, type HtmlElement } from './parse.js'

/** An ordered list while its items are numbered. */
export type OrderedList = { next: number; readonly style: NumeralStyle }

const TYPES: Readonly<Record<string, NumeralStyle>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const CSS_STYLES: Readonly<Record<string, NumeralStyle>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chinese',
  'simp-chinese-informal': 'chinese',
  'trad-chinese-informal': 'chinese',
  'cjk-decimal': 'chineseDigits',
  'simp-chinese-formal': 'chineseFormal',
  'trad-chinese-formal': 'chineseFormalTraditional',
  'cjk-heavenly-stem': 'stems',
  'cjk-earthly-branch': 'branches',
  none: 'none',
  disc: 'none',
  circle: 'none',
  square: 'none',
}
const LIST_STYLE = /list-style(?:-type)?\s*:\s*([a-z-]+)/i

/** The numbering of an `<ol>`, by its start, its type or its style. */
export function openList(element: HtmlElement): OrderedList {
  const start = Number.parseInt(attribute(element, 'start') ?? '1', 10)
  return { next: Number.isNaN(start) ? 1 : start, style: styleOf(element) ?? 'decimal' }
}

/** The number a browser puts before the next item, as `1.` or `一、`; advances the list. */
export function nextMarker(list: OrderedList, item: HtmlElement): string {
  const value = Number.parseInt(attribute(item, 'value') ?? '', 10)
  const number = Number.isNaN(value) ? list.next : value
  list.next = number + 1
  const style = styleOf(item) ?? list.style
  if (style === 'none') return ''
  return formatNumeral(style, number) + (/^(?:chinese|stems|branches)/.test(style) ? '、' : '.')
}

function styleOf(element: HtmlElement): NumeralStyle | undefined {
  const css = LIST_STYLE.exec(attribute(element, 'style') ?? '')?.[1]
  return (css && CSS_STYLES[css.toLowerCase()]) || TYPES[attribute(element, 'type') ?? '']
}
