import {
  type BlockSpec,
  type Cell,
  type CellSpec,
  type LabelNote,
  type Problem,
  toCell,
  unreadCell,
} from '@gongkai/report'
import {
  ANY,
  type Candidate,
  candidatesOf,
  LAST_IS_SUM,
  numbers,
  type RowLaw,
} from './candidates.js'
import { type Anchor, findChain } from './chain.js'
import { expectedLabels, rowId } from './expected.js'
import {
  byExtent,
  digitTokens,
  type Fitted,
  fitRow,
  type Header,
  isPrinted,
  windowsOf,
} from './fit-row.js'
import { headerOf } from './header.js'
import { labelNote } from './label-notes.js'
import { withNearLabels } from './near-labels.js'
import { shown, type TableReading } from './reading.js'
import { isDense, type RowSlots, rowSlots } from './rows.js'
import { PAGE_NUMBER, type Slot, slotsOfAnchors } from './slots.js'
import { solveRows } from './solve.js'
import type { Stream } from './stream.js'

/** What our own documents print in a cell that was not read. */
const UNREAD_MARK = '〔未读出〕'

/** A chain must be worth so many characters of label before it is taken for the table. */
const LEAST = 12

/**
 * Reads 表二 or 表三: walks the blocks of the form along the stream, cuts it at the labels, and fits
 * what stands between them to the columns. What the print leaves open is decided by arithmetic
 * (`inferred`) or stays unread with its text in a problem. `closed`: something follows in the document, so
 * that the last row is there to its end.
 */
export function walkBlocks(
  stream: Stream,
  blocks: readonly BlockSpec[],
  closed: boolean,
): TableReading {
  const expected = expectedLabels(blocks)
  const chain = withNearLabels(stream, findChain(stream, expected, LEAST), expected)
  if (!chain.some(({ id }) => id.startsWith('row:'))) return missingTable(blocks)
  const slots = slotsOfAnchors(stream, chain)
  const rows = rowSlots(blocks, { stream, chain, slots })
  const fits = fitAll(stream, blocks, chain, rows, closed)
  const cells = rows.flatMap((row, i) => cellsOfRow(blocks, row, fits[i] ?? null))
  return {
    cells,
    labels: labelsOf(stream, blocks, chain, rows),
    problems: problemsOf(blocks, rows, fits, cells),
    residue: slots
      .flat()
      .filter(({ text }) => PAGE_NUMBER.test(text))
      .map(({ text, at }) => ({ kind: 'page-number', text: text.trim(), at })),
    region: regionOf(stream, chain, rows),
  }
}

/** The texts of a row, whether arithmetic decided them; null where a column stays open. */
type RowFit = { readonly values: readonly (Fitted | undefined)[]; readonly inferred: boolean }

function fitAll(
  stream: Stream,
  blocks: readonly BlockSpec[],
  chain: readonly Anchor[],
  rows: readonly RowSlots[],
  closed: boolean,
): (RowFit | null)[] {
  const found = blocks.map((block, index) => headerFor(stream, block, chain, index))
  const starts = labelStarts(stream, rows, found)
  const headers = isTrusted(stream, found, rows, starts) ? found : []
  const dense = isDense(stream, chain)
  const fits: (RowFit | null)[] = rows.map(({ block, slots, anchor, counted }) => {
    if (!anchor && !counted) return null
    const columns = blocks[block]?.columns.length ?? 0
    const isBare = !slots.some(isPrinted) && (closed || anchor !== chain.at(-1))
    const values = isBare
      ? Array<Fitted>(columns).fill(slots[0] ?? null)
      : fitRow(slots, columns, headers[block] ?? null, {
          dense,
          overflow: overflowOf(stream, anchor, starts),
          law: lawOf(blocks[block]),
          isLast: anchor === chain.at(-1),
        })
    return values && { values, inferred: counted }
  })
  learnWindows(blocks, rows, fits)
  placeByTab(blocks, rows, fits)
  decide(blocks, rows, fits)
  return fits
}

function headerFor(
  stream: Stream,
  block: BlockSpec,
  chain: readonly Anchor[],
  index: number,
): Header | null {
  const start = chain.find(({ id }) => id === `caption:${index}` || id === `stub:${index}`)
  const first = chain.find(({ id }) => id.startsWith(`row:${index}:`))
  return headerOf(stream, block, start, first)
}

/** So many of a table's rows must keep to the positions of its header, or they are no positions. */
const KEEPING = 0.8

/** So many rows do not keep to a header by chance. */
const MANY = 6

/** Positions in a text drawn with blanks are trusted only where the rows of the table keep to them. */
function isTrusted(
  stream: Stream,
  headers: readonly (Header | null)[],
  rows: readonly RowSlots[],
  starts: readonly number[],
): boolean {
  const drawn = rows.flatMap(({ block, slots, anchor }) => {
    const cells = slots.filter(({ kind }) => kind !== 'empty')
    const header = headers[block]
    if (!header || cells[0]?.measure !== 'page' || cells[0].at.kind !== 'line') return []
    const columns = header.extents.length
    if (columns === 1) return []
    const fitted = byExtent(cells, columns, header, overflowOf(stream, anchor, starts))
    const isFull = cells.filter(isPrinted).length === columns
    return [{ keeps: fitted !== null && !(isFull && fitted.includes(null)), isFull }]
  })
  // A few rows may keep to the header by chance: one of them at least must fill it.
  if (drawn.length > 0 && drawn.length < MANY && !drawn.some(({ isFull }) => isFull)) return false
  return drawn.filter(({ keeps }) => keeps).length >= drawn.length * KEEPING
}

/** Where label columns begin on their lines, the first column of values included. */
function labelStarts(
  stream: Stream,
  rows: readonly RowSlots[],
  headers: readonly (Header | null)[],
): number[] {
  const labels = rows.flatMap(({ anchor }) => labelExtent(stream, anchor)?.[0] ?? [])
  const columns = headers.flatMap((header) => header?.extents[0]?.[0] ?? [])
  return [...labels, ...columns]
}

/** By how much a row's label runs over the column in which it stands. */
function overflowOf(stream: Stream, anchor: Anchor | null, starts: readonly number[]): number {
  const extent = labelExtent(stream, anchor)
  if (!extent) return 0
  const next = Math.min(...starts.filter((start) => start > extent[0]))
  return Math.max(0, extent[1] - next)
}

function labelExtent(stream: Stream, anchor: Anchor | null): Header['extents'][number] {
  if (!anchor) return null
  const first = stream.fragments[stream.fragment[anchor.start] ?? -1]?.extent
  const last = stream.fragments[stream.fragment[anchor.end - 1] ?? -1]?.extent
  return first && last ? [first[0], last[1]] : null
}

/** Rows of one length in one table are padded alike: what one shows for certain holds for the others. */
function learnWindows(
  blocks: readonly BlockSpec[],
  rows: readonly RowSlots[],
  fits: (RowFit | null)[],
): void {
  const lead = new Map<string, number>()
  const keyOf = ({ block, slots }: RowSlots) => `${blocks[block]?.columns.length}:${slots.length}`
  rows.forEach((row, i) => {
    const first = fits[i]?.values[0]
    const at = first ? row.slots.indexOf(first as Slot) : -1
    if (at >= 0 && row.slots.some(isPrinted)) lead.set(keyOf(row), at)
  })
  rows.forEach((row, i) => {
    if (fits[i] || row.slots.length === 0) return
    const from = lead.get(keyOf(row))
    const columns = blocks[row.block]?.columns.length ?? 0
    const window = windowsOf(row.slots, columns).find(([first]) => first === row.slots[from ?? -1])
    if (window) fits[i] = { values: window, inferred: false }
  })
}

/** Where every full row of a tabbed table begins its values at one index, so do the rows whose last blanks were cut off. */
function placeByTab(
  blocks: readonly BlockSpec[],
  rows: readonly RowSlots[],
  fits: (RowFit | null)[],
): void {
  const starts = new Set(
    rows.flatMap(({ slots }, i) => {
      const first = fits[i]?.values[0]
      const slot = slots.find((one) => one === first)
      return slot?.measure === 'tab' && slot.extent ? [slot.extent[0]] : []
    }),
  )
  const [start] = starts
  if (starts.size !== 1 || start === undefined) return
  rows.forEach(({ block, slots }, i) => {
    const columns = blocks[block]?.columns.length ?? 0
    const cells = slots.filter(({ kind }) => kind !== 'empty')
    const indexes = cells.map(({ extent, measure }) =>
      measure === 'tab' && extent ? extent[0] - start : -1,
    )
    if (fits[i] || cells.length === 0 || indexes.some((at) => at < 0 || at >= columns)) return
    const values = Array.from({ length: columns }, (_, at) => cells[indexes.indexOf(at)] ?? null)
    fits[i] = { values, inferred: false }
  })
}

/** Lets arithmetic decide the rows that the print leaves open. */
function decide(
  blocks: readonly BlockSpec[],
  rows: readonly RowSlots[],
  fits: (RowFit | null)[],
): void {
  const ways = new Map<number, readonly Candidate[]>()
  rows.forEach((row, i) => {
    if (fits[i] || row.slots.length === 0) return
    const { columns = [] } = blocks[row.block] ?? {}
    const found = waysOf(row.slots, columns.length, lawOf(blocks[row.block]))
    if (found && found.length > 0) ways.set(i, found)
  })
  if (ways.size === 0) return
  const known = new Map(rows.map((row, i) => [row.row, valuesOf(fits[i] ?? null)]))
  for (const i of ways.keys()) known.delete(rows[i]?.row ?? '')
  const open = [...ways].map(([i, found]) => ({ row: rows[i]?.row ?? '', ways: found }))
  const solved = solveRows(known, open)
  for (const [i, found] of ways) {
    const row = rows[i]
    const texts = row && solved.get(row.row)
    if (!row || !texts) continue
    const at = row.slots.find(isPrinted)?.at ?? null
    const values = texts.map((text) =>
      text === undefined ? undefined : text === null || !at ? null : { text, at },
    )
    fits[i] = { values, inferred: found.length > 1 || isGuessed(texts) }
  }
}

function isGuessed(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => text === null)
}

/** In 表三 the last column is the sum of the others; 表二 has no sums. */
function lawOf(block: BlockSpec | undefined): RowLaw {
  return block?.table === 'requests' ? LAST_IS_SUM : ANY
}

function waysOf(slots: readonly Slot[], columns: number, law: RowLaw): readonly Candidate[] | null {
  const windows = windowsOf(
    slots.filter(({ kind }) => kind !== 'empty'),
    columns,
  )
  if (windows.length > 0) {
    return windows
      .map((window) => window.map((slot) => (isPrinted(slot) ? slot.text.trim() : null)))
      .filter((way) => law(numbers(way)))
  }
  return candidatesOf(digitTokens(slots), columns, law)
}

function valuesOf(fit: RowFit | null): number[] | null {
  if (!fit) return null
  const values = fit.values.map((one) => Number((one?.text ?? '').normalize('NFKC').trim() || 0))
  return values.every((value) => !Number.isNaN(value)) ? values : null
}

function cellsOfRow(blocks: readonly BlockSpec[], row: RowSlots, fit: RowFit | null): Cell[] {
  const block = blocks[row.block]
  if (!block) return []
  const text = row.slots
    .map((slot) => slot.text.trim())
    .join(' ')
    .trim()
  const at = row.slots.find(isPrinted)?.at ?? row.slots[0]?.at ?? null
  return block.columns.map((column, i) => {
    const spec: CellSpec = { table: block.table, row: row.row, ...column }
    const value = fit?.values[i]
    if (!fit || value === undefined || value?.text.trim() === UNREAD_MARK)
      return unreadCell(spec, row.anchor || row.counted ? text : null, at)
    return toCell(spec, value?.text ?? '', value?.at ?? null, fit.inferred)
  })
}

function labelsOf(
  stream: Stream,
  blocks: readonly BlockSpec[],
  chain: readonly Anchor[],
  rows: readonly RowSlots[],
): LabelNote[] {
  const official = new Map<string, { table: BlockSpec['table']; label: string }>()
  blocks.forEach(({ table, caption, stub, columns, rows: own }, index) => {
    official.set(`caption:${index}`, { table, label: caption })
    official.set(`stub:${index}`, { table, label: stub })
    for (const { column } of columns)
      official.set(`column:${index}:${column}`, { table, label: column.replace(/（.*/, '') })
    for (const { row, label, groups } of own) {
      official.set(rowId(index, row), { table, label })
      for (const group of groups) official.set(`group:${index}:${group}`, { table, label: group })
    }
  })
  const printed = chain.flatMap((anchor) => {
    const spec = official.get(anchor.id)
    const note = spec && labelNote(stream, anchor, spec.table, spec.label)
    return note ? [note] : []
  })
  const missing = rows.flatMap(({ block, row, anchor }): LabelNote[] => {
    const spec = official.get(rowId(block, row))
    return anchor || !spec
      ? []
      : [{ table: spec.table, label: spec.label, printed: '', kind: 'missing', at: null }]
  })
  return [...printed, ...missing]
}

function problemsOf(
  blocks: readonly BlockSpec[],
  rows: readonly RowSlots[],
  fits: readonly (RowFit | null)[],
  cells: readonly Cell[],
): Problem[] {
  return rows.flatMap((row, i): Problem[] => {
    const label = blocks[row.block]?.rows.find((one) => one.row === row.row)?.label ?? row.row
    if (!row.anchor && !row.counted) {
      return [
        {
          code: 'row.missing',
          at: null,
          message: `没有找到“${label}”一行，该行各格未读出，请对照原文核对。`,
        },
      ]
    }
    if (fits[i]?.values.every((value) => value !== undefined)) return []
    const at = cells.find((cell) => cell.row === row.row && cell.state === 'unread')?.at ?? null
    const text = shown(row.slots.map((slot) => slot.text).join(' '))
    return [
      {
        code: 'cell.unread',
        at,
        message: `“${label}”一行有单元格未能读出，原文为“${text}”，请对照原文逐格填写。`,
      },
    ]
  })
}

function regionOf(
  stream: Stream,
  chain: readonly Anchor[],
  rows: readonly RowSlots[],
): readonly [number, number] {
  const first = stream.fragment[chain[0]?.start ?? 0] ?? 0
  const lastLabel = stream.fragment[(chain.at(-1)?.end ?? 1) - 1] ?? 0
  const lastValue = Math.max(
    0,
    ...rows.flatMap(({ slots }) => slots.filter(isPrinted).map(({ fragment }) => fragment)),
  )
  return [first, Math.max(lastLabel, lastValue)]
}

function missingTable(blocks: readonly BlockSpec[]): TableReading {
  const cells = blocks.flatMap(({ table, rows, columns }) =>
    rows.flatMap(({ row }) =>
      columns.map((column) => unreadCell({ table, row, ...column }, null, null)),
    ),
  )
  return { cells, labels: [], problems: [], residue: [], region: null }
}
