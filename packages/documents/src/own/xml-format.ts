import { XMLParser } from 'fast-xml-parser'

/** The namespace of our XML; its schema is schema/annual-report.xsd. */
export const XML_NAMESPACE = 'urn:gongkai:annual-report:1'

/** An element with its attributes and its own text, entities resolved. */
export type XmlElement = {
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string
  /** The text of the child of that name, null where there is none. */
  readonly text: (name: string) => string | null
  /** The elements `name` in the child `list`. */
  readonly all: (list: string, name: string) => readonly XmlElement[]
}

/** The root element of our XML; null for broken XML, for other XML and for any with a document type declaration. */
export function parseXml(text: string): XmlElement | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null
  try {
    const root = child(PARSER.parse(text, true), 'annualReport')
    return root?.['@xmlns'] === XML_NAMESPACE ? element(root) : null
  } catch {
    return null
  }
}

const REPEATED = new Set(['section', 'cell', 'figure', 'problem'])

/** Entities are left alone and resolved here: the five of XML and character references, no others. */
const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  alwaysCreateTextNode: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name, _, __, isAttribute) => !isAttribute && REPEATED.has(name),
})

type Node = Readonly<Record<string, unknown>>

function element(node: Node): XmlElement {
  const attributes = Object.entries(node)
    .filter(([name]) => name.startsWith('@'))
    .map(([name, value]) => [name.slice(1), unescapeMarkup(String(value))])
  return {
    attributes: Object.fromEntries(attributes),
    content: textOf(node),
    text: (name) => {
      const found = child(node, name)
      return found ? textOf(found) : null
    },
    all: (list, name) => {
      const found = child(node, list)?.[name]
      return Array.isArray(found) ? found.filter(isNode).map(element) : []
    },
  }
}

function child(node: Node, name: string): Node | null {
  const found = node[name]
  return isNode(found) ? found : null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(node: Node): string {
  return unescapeMarkup(String(node['#'] ?? ''))
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeMarkup(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (all, name, decimal, hex) => {
      if (name) return NAMED[name] ?? all
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
}
