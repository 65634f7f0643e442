import { compoundFile } from './compound-file.js'

/** A stretch of text that ends in a paragraph mark (`\r`) or a cell mark (`\x07`), with its property modifiers. */
export type Part = { readonly text: string; readonly sprms?: readonly number[] }

type More = {
  /** Characters that are deleted or hidden: from, to, and the modifier. */
  readonly unseen?: readonly (readonly [from: number, to: number, sprms: readonly number[]])[]
  readonly flags?: number
  /** The tables of lists and of their uses. */
  readonly lists?: Uint8Array
  readonly levels?: Uint8Array
  readonly uses?: Uint8Array
}

const TEXT_AT = 0x400
const PAGE = 512

/** A Word 97 file of these parts: text as one piece, a page of paragraph properties, a page of character properties. */
export function docFile(parts: readonly Part[], more: More = {}): Uint8Array {
  const text = parts.map((part) => part.text).join('')
  const pagesAt = Math.ceil((TEXT_AT + text.length * 2) / PAGE) * PAGE
  const main = Buffer.alloc(pagesAt + 2 * PAGE)
  main.write(text, TEXT_AT, 'utf16le')
  writePage(main, pagesAt, paragraphRuns(parts), 13)
  writePage(main, pagesAt + PAGE, characterRuns(text, more), 1)
  const end = TEXT_AT + text.length * 2
  const tables = [
    { at: 0x1a2, bytes: pieceTable(text) },
    { at: 0x0fa, bytes: uint32s([TEXT_AT, end, pagesAt / PAGE + 1]) },
    { at: 0x102, bytes: uint32s([TEXT_AT, end, pagesAt / PAGE]) },
    { at: 0x2ea, bytes: more.uses ?? new Uint8Array(0) },
    { at: 0x2e2, bytes: more.lists ?? new Uint8Array(0) },
  ]
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(0x0200 | (more.flags ?? 0), 10)
  main.writeUInt32LE(text.length, 0x4c)
  const table = Buffer.concat([
    ...tables.map(({ bytes }) => bytes),
    more.levels ?? new Uint8Array(0),
  ])
  let offset = 0
  for (const { at, bytes } of tables) {
    main.writeUInt32LE(offset, at)
    main.writeUInt32LE(bytes.length, at + 4)
    offset += bytes.length
  }
  return compoundFile({ WordDocument: main, '1Table': table })
}

type PageRun = {
  readonly start: number
  readonly end: number
  readonly content: readonly number[] | null
}

function paragraphRuns(parts: readonly Part[]): PageRun[] {
  let at = TEXT_AT
  return parts.map(({ text, sprms = [] }) => {
    const start = at
    at += text.length * 2
    // Word-aligned: half the size, the style, the modifiers.
    const padded = sprms.length % 2 === 0 ? [...sprms, 0] : sprms
    return { start, end: at, content: [(padded.length + 3) / 2, 0, 0, ...padded] }
  })
}

function characterRuns(text: string, { unseen = [] }: More): PageRun[] {
  const edges = [
    ...new Set([0, text.length, ...unseen.flatMap((one) => one.slice(0, 2) as number[])]),
  ]
  const sorted = edges.sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const sprms = unseen.find(([first]) => first === from)?.[2]
    const end = TEXT_AT + (sorted[index + 1] ?? 0) * 2
    return { start: TEXT_AT + from * 2, end, content: sprms ? [sprms.length, ...sprms] : null }
  })
}

/** A page of runs: byte positions, slots, contents from the end, the count in the last byte. */
function writePage(main: Buffer, at: number, runs: readonly PageRun[], slotBytes: number): void {
  let contentAt = PAGE - 2
  for (const [index, { start, end, content }] of runs.entries()) {
    main.writeUInt32LE(start, at + index * 4)
    main.writeUInt32LE(end, at + index * 4 + 4)
    if (!content) continue
    contentAt -= content.length + (content.length % 2)
    main.set(content, at + contentAt)
    main.writeUInt8(contentAt / 2, at + (runs.length + 1) * 4 + index * slotBytes)
  }
  main.writeUInt8(runs.length, at + PAGE - 1)
}

function pieceTable(text: string): Uint8Array {
  const piece = Buffer.alloc(8)
  piece.writeUInt32LE(TEXT_AT, 2)
  return Buffer.concat([Uint8Array.of(2), uint32s([16, 0, text.length]), piece])
}

function uint32s(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
