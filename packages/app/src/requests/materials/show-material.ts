import {
  type PageLine,
  type RedactRefusal,
  readShown,
  type ShownFile,
  type ShownWords,
} from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import { findPersonal } from '@gongkai/proofread'
import type { Marks } from './material.js'

type Box = Omit<Marks['boxes'][number], 'ground' | 'note'>
type Words = Omit<Marks['passages'][number], 'ground' | 'note'>

/** Something that may have to be withheld, with the place that covers it. */
type Suggestion = {
  /** PRI-01 to PRI-03; null for words that the officer looked for. */
  readonly rule: string | null
  readonly message: string
  readonly box: Box | null
  readonly passage: Words | null
}

/** A document as it is marked: how many pages it has or its words, and what is suggested to be withheld. */
export type MaterialReading = {
  readonly pages: number | null
  /** Whether the pages have text that can be looked through. */
  readonly hasText: boolean
  readonly blocks: Extract<ShownFile, { readonly kind: 'words' }>['blocks']
  readonly suggestions: readonly Suggestion[]
}

/** Words that are looked for are suggested so often at most. */
const MOST_SUGGESTED = 500

/** Reads a document to be marked, in a converter. `looked` are words that the officer looks for: a name, an address. */
export async function showMaterial(
  bytes: Uint8Array,
  looked: readonly string[],
): Promise<Result<MaterialReading, RedactRefusal>> {
  const shown = await readShown(bytes)
  if (!shown.ok) return shown
  if (shown.value.kind === 'pages') {
    const { pages, lines } = shown.value
    const suggestions = stretchesIn(lines, looked).map(({ piece, start, end, ...said }) => ({
      ...{ ...said, box: boxOf(piece, start, end), passage: null },
    }))
    return ok({ pages, hasText: lines.length > 0, blocks: [], suggestions })
  }
  const { blocks } = shown.value
  const words = blocks.flatMap((block) => block.words)
  const suggestions = stretchesIn(words, looked).map(({ piece, start, end, ...said }) => ({
    ...{ ...said, box: null, passage: passageOf(piece, start, end) },
  }))
  return ok({ pages: null, hasText: true, blocks, suggestions })
}

type Stretch<T> = Pick<Suggestion, 'rule' | 'message'> & {
  readonly piece: T
  readonly start: number
  readonly end: number
}

function stretchesIn<T extends { readonly text: string }>(
  pieces: readonly T[],
  looked: readonly string[],
): readonly Stretch<T>[] {
  const parts = pieces.map(({ text }, index) => ({ part: String(index), text }))
  const personal = findPersonal(parts).flatMap(({ part, start, end, rule, message }) => {
    const piece = pieces[Number(part)]
    return piece ? [{ piece, start, end, rule, message }] : []
  })
  const found = looked.flatMap((word) =>
    pieces.flatMap((piece) =>
      placesOf(piece.text, word).map((start) => {
        return { piece, start, end: start + word.length, rule: null, message: `查找“${word}”` }
      }),
    ),
  )
  return [...personal, ...found].slice(0, MOST_SUGGESTED)
}

function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = []
  if (word === '') return places
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    places.push(at)
  return places
}

/** A box a little wider than its characters, so that none is cut. */
function boxOf({ page, edges, top, height }: PageLine, start: number, end: number): Box {
  const within = edges.slice(start, end)
  const left = Math.min(...within.map(([one]) => one))
  const right = Math.max(...within.map(([, one]) => one))
  const x = Math.max(0, left - MARGIN)
  const y = Math.max(0, top)
  return { page, x, y, w: Math.min(1, right + MARGIN) - x, h: Math.min(1, top + height) - y }
}

const MARGIN = 0.002

/** Characters of a paragraph or of a cell of a Word table; of a workbook the whole cell. */
function passageOf({ at }: ShownWords, start: number, end: number): Words {
  switch (at.kind) {
    case 'paragraph':
      return { at: { ...at, start: at.start + start, end: at.start + end } }
    case 'table':
      return { at, within: [start, end] }
    case 'sheet':
      return { at }
  }
}
