import {
  type BlockSpec,
  type Cell,
  type CellSpec,
  type LabelNote,
  type Problem,
  toCell,
  unreadCell,
} from '@gongkai/report'
import { ANY, type Candidate, candidatesOf, LAST_IS_SUM, numbers } from './candidates.js'
import { type Anchor, findChain } from './chain.js'
import { expectedLabels, rowId } from './expected.js'
import { digitTokens, type Fitted, fitRow, type Header, isPrinted, windowsOf } from './fit-row.js'
import { headerOf } from './header.js'
import { labelNote } from './label-notes.js'
import { withNearLabels } from './near-labels.js'
import { shown, type TableReading } from './reading.js'
import { isDense, type RowSlots, rowSlots } from './rows.js'
import { PAGE_NUMBER, type Slot, slotsOfAnchors } from './slots.js'
import { solveRows } from './solve.js'
import type { Stream } from './stream.js'

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
  const headers = blocks.map((block, index) => headerFor(stream, block, chain, index))
  const dense = isDense(stream, chain)
  const fits: (RowFit | null)[] = rows.map(({ block, slots, anchor, counted }) => {
    if (!anchor && !counted) return null
    const columns = blocks[block]?.columns.length ?? 0
    const isBare = !slots.some(isPrinted) && (closed || anchor !== chain.at(-1))
    const values = isBare
      ? Array<Fitted>(columns).fill(slots[0] ?? null)
      : fitRow(slots, columns, headers[block] ?? null, dense)
    return values && { values, inferred: counted }
  })
  learnWindows(blocks, rows, fits)
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

/** Lets arithmetic decide the rows that the print leaves open. */
function decide(
  blocks: readonly BlockSpec[],
  rows: readonly RowSlots[],
  fits: (RowFit | null)[],
): void {
  const ways = new Map<number, readonly Candidate[]>()
  rows.forEach((row, i) => {
    if (fits[i] || row.slots.length === 0) return
    const { table = 'proactive', columns = [] } = blocks[row.block] ?? {}
    const found = waysOf(row.slots, columns.length, table === 'requests')
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

function waysOf(
  slots: readonly Slot[],
  columns: number,
  sums: boolean,
): readonly Candidate[] | null {
  const law = sums ? LAST_IS_SUM : ANY
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
    if (!fit || value === undefined)
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
