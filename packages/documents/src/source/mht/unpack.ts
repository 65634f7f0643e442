import { Buffer } from 'node:buffer'
import { type Decoded, decode } from '../decode/decode.js'

/** A part of a saved page: its headers by name in lower case, and its body as it stands. */
type MimePart = { readonly headers: ReadonlyMap<string, string>; readonly body: string }

/** Deeper than this no program nests the parts of a page. */
const DEEPEST = 4
/** A page with more pictures than this is none. */
const MOST_PARTS = 5000

/** Whether a text is a page saved with its parts in one file (MHTML, RFC 2557). */
export function isMht(text: string): boolean {
  const head = text.slice(0, 4000).split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^MIME-Version:/im.test(head) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head)
}

/**
 * The page of a saved one, decoded: its first HTML part, or where that is a set of frames (a workbook saved by Excel)
 * all the others. Null where there is no HTML part, or the file was cut off before its closing boundary.
 */
export function unpackMht(bytes: Uint8Array): Decoded | null {
  // Latin-1 keeps every byte as one character.
  const parts = htmlParts(partOf(Buffer.from(bytes).toString('latin1')), 0)
  const pages = parts?.map((part) => decode(bodyBytes(part))) ?? []
  const [root, ...frames] = pages
  if (!root || !/<frameset[\s>]/i.test(root.text) || frames.length === 0) return root ?? null
  const problems = frames.flatMap((frame) => frame.problems)
  return { ...root, text: frames.map(({ text }) => text).join('\n'), problems }
}

/** The HTML parts in order; null where a boundary is not closed. */
function htmlParts(part: MimePart, depth: number): MimePart[] | null {
  const type = part.headers.get('content-type') ?? ''
  if (/^text\/html/i.test(type)) return [part]
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const boundary = quoted ?? bare
  if (!/^multipart\//i.test(type) || !boundary || depth === DEEPEST) return []
  const pieces = `\n${part.body}`.split(`\n--${boundary}`)
  if (pieces.length > MOST_PARTS || !pieces.at(-1)?.startsWith('--')) return null
  const inner = pieces.slice(1, -1).map((piece) => htmlParts(partOf(piece.trimStart()), depth + 1))
  return inner.includes(null) ? null : inner.flatMap((one) => one ?? [])
}

function partOf(text: string): MimePart {
  const gap = /\r?\n\r?\n/.exec(text)
  const head = gap ? text.slice(0, gap.index) : text
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
    })
  return { headers: new Map(headers), body: gap ? text.slice(gap.index + gap[0].length) : '' }
}

function bodyBytes({ headers, body }: MimePart): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body, 'latin1')
}

/** RFC 2045, 6.7: `=` at a line's end joins it with the next, `=E4` is a byte. */
function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
