import type { NumberingRef } from '../numerals/lists.js'
import { type XmlElement, xmlAttribute, xmlChild, xmlChildren } from '../xml/parse.js'

/** What of a style bears on the text, its ancestors' settings taken over. */
type Style = {
  readonly name: string
  readonly isHidden: boolean
  readonly numbering: NumberingRef | null
}

export type Styles = ReadonlyMap<string, Style>

// Style chains are a few long; the bound stops a circle.
const LONGEST_CHAIN = 20

/** The styles of a Word file by id. */
export function readStyles(part: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>()
  for (const style of xmlChildren(part ?? undefined, 'style')) {
    elements.set(xmlAttribute(style, 'styleId') ?? '', style)
  }
  return new Map([...elements.keys()].map((id) => [id, resolve(id, elements)]))
}

/** A setting that is on when its element stands without a value. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined
  const value = xmlAttribute(element, 'val')
  return value !== '0' && value !== 'false' && value !== 'off'
}

/** The `numPr` of paragraph properties: each half may stand alone and is then taken from the style. */
export function numberingRef(properties: XmlElement | undefined): Partial<NumberingRef> {
  const numPr = xmlChild(properties, 'numPr')
  const numId = settingOf(xmlChild(numPr, 'numId'))
  const level = settingOf(xmlChild(numPr, 'ilvl'))
  return {
    ...(numId !== undefined && { numId }),
    ...(level !== undefined && { level: Number(level) }),
  }
}

/** The `val` attribute of an element that may be missing. */
export function settingOf(element: XmlElement | undefined): string | undefined {
  return element && xmlAttribute(element, 'val')
}

function resolve(id: string, elements: ReadonlyMap<string, XmlElement>): Style {
  const chain: XmlElement[] = []
  for (let style = elements.get(id); style && chain.length < LONGEST_CHAIN; ) {
    chain.push(style)
    style = elements.get(settingOf(xmlChild(style, 'basedOn')) ?? '')
  }
  const hidden = chain.map((style) => isOn(xmlChild(xmlChild(style, 'rPr'), 'vanish')))
  const refs = chain.map((style) => numberingRef(xmlChild(style, 'pPr')))
  const numId = refs.find((ref) => ref.numId !== undefined)?.numId
  const level = refs.find((ref) => ref.level !== undefined)?.level
  return {
    name: settingOf(xmlChild(chain[0], 'name')) ?? '',
    isHidden: hidden.find((on) => on !== undefined) ?? false,
    numbering: numId === undefined ? null : { numId, level: level ?? null },
  }
}
