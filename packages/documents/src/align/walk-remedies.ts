import {
  type Cell,
  type LabelNote,
  LITIGATION_GROUP,
  type Problem,
  REMEDY_BLOCKS,
  REMEDY_CELLS,
  REMEDY_COLUMNS,
  toCell,
  unreadCell,
} from '@gongkai/report'
import { candidatesOf, FIVES_SUM, LAST_IS_SUM, type RowLaw } from './candidates.js'
import { type Anchor, type Expected, findChain } from './chain.js'
import { digitTokens, type Fitted, fitRow, type Header, isPrinted } from './fit-row.js'
import { hanOnly } from './han.js'
import { labelNote } from './label-notes.js'
import { shown, type TableReading } from './reading.js'
import { isDense } from './rows.js'
import { PAGE_NUMBER, type Slot, slotsOfAnchors, valueSlots } from './slots.js'
import type { Stream } from './stream.js'

const LEAST = 12

const [REVIEW, DIRECT, AFTER] = REMEDY_BLOCKS

const group = (label: string): Expected => ({ id: `group:${label}`, words: [label] })

const five = (block: string): Expected[] =>
  REMEDY_COLUMNS.map((column) => ({ id: `column:${block}:${column}`, words: [column] }))

/** The orders in which the three-storey header comes off a page: by storey, by storey without spans, by block. */
const ORDERS: readonly (readonly Expected[])[] = [
  [
    group(REVIEW),
    group(LITIGATION_GROUP),
    ...five(REVIEW),
    group(DIRECT),
    group(AFTER),
    ...five(DIRECT),
    ...five(AFTER),
  ],
  [
    group(REVIEW),
    group(LITIGATION_GROUP),
    group(DIRECT),
    group(AFTER),
    ...five(REVIEW),
    ...five(DIRECT),
    ...five(AFTER),
  ],
  [
    group(REVIEW),
    ...five(REVIEW),
    group(LITIGATION_GROUP),
    group(DIRECT),
    ...five(DIRECT),
    group(AFTER),
    ...five(AFTER),
  ],
]

/** A value of one cell, undefined where it stays open. */
type Value = Fitted | undefined

/**
 * Reads 表四: one row of fifteen values under the header, or five after each of its three blocks.
 * `closed`: something follows in the document, so that nothing printed means blank.
 */
export function walkRemedies(stream: Stream, closed: boolean): TableReading {
  const chain = bestChain(stream)
  if (!chain.some(({ id }) => id.startsWith('column:'))) return missingRemedies()
  const slots = slotsOfAnchors(stream, chain)
  const bands = bandsOf(chain, slots)
  const dense = isDense(stream, chain)
  const values = bands.flatMap(({ size, law, own }) =>
    fitBand(own, size, law, headerOf(stream, chain), closed, dense),
  )
  const all = bands.flatMap(({ own }) => own)
  const text = all
    .map((slot) => slot.text.trim())
    .join(' ')
    .trim()
  const at = all.find(isPrinted)?.at ?? null
  const cells = REMEDY_CELLS.map((spec, i): Cell => {
    const value = values[i]
    if (!value || value.fitted === undefined) return unreadCell(spec, text, at)
    return toCell(spec, value.fitted?.text ?? '', value.fitted?.at ?? null, value.inferred)
  })
  const last = Math.max(0, ...all.filter(isPrinted).map(({ fragment }) => fragment))
  return {
    cells,
    labels: labelsOf(stream, chain),
    problems: problemsOf(cells, text),
    residue: slots
      .flat()
      .filter((slot) => PAGE_NUMBER.test(slot.text))
      .map((slot) => ({ kind: 'page-number', text: slot.text.trim(), at: slot.at })),
    region: [
      stream.fragment[chain[0]?.start ?? 0] ?? 0,
      Math.max(last, stream.fragment[(chain.at(-1)?.end ?? 1) - 1] ?? 0),
    ],
  }
}

function bestChain(stream: Stream): Anchor[] {
  const chains = ORDERS.map((order) => findChain(stream, order, LEAST))
  const worth = (chain: readonly Anchor[]) =>
    chain.reduce((sum, { start, end }) => sum + end - start, 0)
  return chains.reduce((best, chain) => (worth(chain) > worth(best) ? chain : best))
}

type Band = { readonly size: number; readonly law: RowLaw; readonly own: readonly Slot[] }

/** Fifteen values in one band where nothing is printed before the last header, else five after each block. */
function bandsOf(chain: readonly Anchor[], slots: readonly (readonly Slot[])[]): Band[] {
  const after = (block: string) =>
    valueSlots(
      chain.flatMap(({ id }, i) => (id.startsWith(`column:${block}:`) ? (slots[i] ?? []) : [])),
    )
  const parts = REMEDY_BLOCKS.map(after)
  const early = parts.slice(0, 2).some((own) => own.filter(isPrinted).length > 0)
  if (early) return parts.map((own) => ({ size: 5, law: LAST_IS_SUM, own }))
  const last = valueSlots(slots.at(-1) ?? [])
  return [{ size: 15, law: FIVES_SUM, own: last }]
}

/** The lowest storey of the header, where it prints all fifteen columns in one row or over two. */
function headerOf(stream: Stream, chain: readonly Anchor[]): Header | null {
  const last = stream.fragments[stream.fragment[chain.at(-1)?.start ?? -1] ?? -1]
  const isColumn = (text: string) => REMEDY_COLUMNS.some((column) => column === hanOnly(text))
  const lowest = stream.fragments.filter(({ row, text }) => row === last?.row && isColumn(text))
  const cells =
    lowest.length === 15
      ? lowest
      : chain.flatMap(({ id, start }) =>
          id.startsWith('column:') ? (stream.fragments[stream.fragment[start] ?? -1] ?? []) : [],
        )
  const measure = cells[0]?.measure ?? null
  if (cells.length !== 15) return null
  const extents = cells.map((cell) => (cell.measure === measure ? cell.extent : null))
  return { extents, measure, cells: extents.at(-1)?.[1] ?? 0 }
}

type FittedValue = { readonly fitted: Value; readonly inferred: boolean }

function fitBand(
  own: readonly Slot[],
  size: number,
  law: RowLaw,
  header: Header | null,
  closed: boolean,
  dense: boolean,
): FittedValue[] {
  if (closed && !own.some(isPrinted)) {
    return Array.from({ length: size }, () => ({ fitted: null, inferred: false }))
  }
  const fit = fitRow(own, size, size === header?.extents.length ? header : null, {
    dense,
    overflow: 0,
    law,
    isLast: true,
  })
  if (fit && own.length > 0) return fit.map((fitted) => ({ fitted, inferred: false }))
  const ways = candidatesOf(digitTokens(own), size, law) ?? []
  const at = own.find(isPrinted)?.at
  return Array.from({ length: size }, (_, i) => {
    const texts = new Set(ways.map((way) => way[i]))
    const [text] = texts
    if (texts.size !== 1 || text === undefined || !at) return { fitted: undefined, inferred: false }
    return {
      fitted: text === null ? null : { text, at },
      inferred: ways.length > 1 || text === null,
    }
  })
}

function labelsOf(stream: Stream, chain: readonly Anchor[]): LabelNote[] {
  const printed = chain.flatMap((anchor) => {
    const note = labelNote(stream, anchor, 'remedies', anchor.id.split(':').at(-1) ?? '')
    return note ? [note] : []
  })
  const found = new Set(chain.map(({ id }) => id))
  const missing = (ORDERS[0] ?? [])
    .filter(({ id }) => !found.has(id))
    .map(
      ({ words }): LabelNote => ({
        table: 'remedies',
        label: words[0] ?? '',
        printed: '',
        kind: 'missing',
        at: null,
      }),
    )
  return [...printed, ...missing]
}

function problemsOf(cells: readonly Cell[], text: string): Problem[] {
  const unread = cells.filter(({ state }) => state === 'unread')
  if (unread.length === 0) return []
  const message = `行政复议、行政诉讼情况表有${unread.length}格未能读出，原文为“${shown(text)}”，请对照原文逐格填写。`
  return [{ code: 'cell.unread', at: unread[0]?.at ?? null, message }]
}

function missingRemedies(): TableReading {
  const cells = REMEDY_CELLS.map((spec) => unreadCell(spec, null, null))
  return { cells, labels: [], problems: [], residue: [], region: null }
}
