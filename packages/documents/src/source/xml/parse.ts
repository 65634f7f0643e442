import { LIMITS } from '../guards/limits.js'

/** An element of an XML part. Names carry no prefix: the parts read here never tell two apart by it. */
export type XmlElement = {
  readonly name: string
  /** The attributes as written; `xmlAttribute` reads one. */
  readonly attributes: string
  readonly children: readonly XmlNode[]
}

type XmlNode = XmlElement | string

/** Why an XML text is not read: `doctype` declares entities, which no office file may do. */
export type XmlFault = 'malformed' | 'doctype' | 'too-deep'

type OpenElement = {
  readonly name: string
  readonly attributes: string
  readonly children: XmlNode[]
  /** The name with its prefix, which the end tag repeats. */
  readonly tag: string
}
type Parse = { readonly text: string; readonly open: OpenElement[]; nodes: number }

const BANG = 0x21
const QUESTION = 0x3f
const SLASH = 0x2f
const COLON = 0x3a
const SPACE = 0x20
const GREATER = 0x3e
const QUOTE = 0x22
const APOSTROPHE = 0x27
const NO_CHILDREN: readonly XmlNode[] = []
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * An XML text as a tree. Entities are the five of XML and character references; a document type declaration is refused
 * and nothing outside the text is ever looked at. A text that ends early or closes what is not open is malformed.
 */
export function parseXml(text: string): XmlElement | XmlFault {
  const root: OpenElement = { name: '', attributes: '', children: [], tag: '' }
  const parse: Parse = { text, open: [root], nodes: 0 }
  let at = 0
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', at)) {
    if (start > at) parse.open.at(-1)?.children.push(decodeEntities(text.slice(at, start)))
    const next = readMarkup(parse, start)
    if (typeof next === 'string') return next
    at = next
  }
  const document = root.children.find((node) => typeof node !== 'string')
  return parse.open.length === 1 && document ? document : 'malformed'
}

/** The value of an attribute by its name without prefix, undefined where it is not there. */
export function xmlAttribute({ attributes }: XmlElement, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before !== COLON && before > SPACE) continue
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length))
    if (match) return decodeEntities(match[1] ?? match[2] ?? '')
  }
  return undefined
}

/** The first child element of that name. */
export function xmlChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? NO_CHILDREN) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return undefined
}

/** All child elements of that name. */
export function xmlChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  const isNamed = (node: XmlNode) => typeof node !== 'string' && node.name === name
  return (element?.children.filter(isNamed) ?? []) as XmlElement[]
}

/** Reads what starts with the `<` at `start`; where it ends, or the fault. */
function readMarkup(parse: Parse, start: number): number | XmlFault {
  const second = parse.text.charCodeAt(start + 1)
  if (second === BANG || second === QUESTION) return readDeclaration(parse, start)
  const end = tagEnd(parse.text, start + 1)
  if (end < 0) return 'malformed'
  const fault = second === SLASH ? closeTag(parse, start + 2, end) : openTag(parse, start + 1, end)
  return fault ?? end + 1
}

function openTag(parse: Parse, start: number, tagEnd: number): XmlFault | null {
  const { text, open } = parse
  if (++parse.nodes > LIMITS.nodes || open.length > LIMITS.depth) return 'too-deep'
  const isEmpty = text.charCodeAt(tagEnd - 1) === SLASH
  const end = isEmpty ? tagEnd - 1 : tagEnd
  let nameEnd = start
  let nameStart = start
  for (; nameEnd < end && text.charCodeAt(nameEnd) > SPACE; nameEnd++) {
    if (text.charCodeAt(nameEnd) === COLON) nameStart = nameEnd + 1
  }
  const element = {
    name: text.slice(nameStart, nameEnd),
    attributes: text.slice(nameEnd + 1, end),
    children: [],
    tag: text.slice(start, nameEnd),
  }
  open.at(-1)?.children.push(element)
  if (!isEmpty) open.push(element)
  return null
}

function closeTag({ text, open }: Parse, start: number, end: number): XmlFault | null {
  const closed = open.length > 1 ? open.pop() : undefined
  return closed && text.slice(start, end).trimEnd() === closed.tag ? null : 'malformed'
}

/** The first `>` outside quotes, -1 where there is none. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === QUOTE || code === APOSTROPHE) quote = code
    else if (code === GREATER) return at
  }
  return -1
}

/** Steps over a comment or an instruction, takes up a CDATA section; a document type is a fault. */
function readDeclaration({ text, open }: Parse, start: number): number | XmlFault {
  if (text.startsWith('<!--', start)) return after(text, '-->', start)
  if (text.startsWith('<?', start)) return after(text, '?>', start)
  if (!text.startsWith('<![CDATA[', start)) return 'doctype'
  const end = after(text, ']]>', start)
  if (typeof end === 'number') open.at(-1)?.children.push(text.slice(start + 9, end - 3))
  return end
}

function after(text: string, mark: string, start: number): number | XmlFault {
  const end = text.indexOf(mark, start)
  return end < 0 ? 'malformed' : end + mark.length
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
