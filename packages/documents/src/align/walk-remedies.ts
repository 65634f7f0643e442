import { LITIGATION_GROUP, REMEDY_BLOCKS, REMEDY_CELLS, REMEDY_COLUMNS } from '@gongkai/report'
import { type Anchor, findChain } from './chain.js'
import { decideRemedies } from './decide.js'
import type { Expected } from './expected.js'
import { fitRow, type RowFit } from './fit-row.js'
import type { Extent } from './fragments.js'
import { hanOnly } from './han.js'
import { type Header, spacingOf } from './header.js'
import { jumbledHeader } from './jumbled-header.js'
import { labelNotes } from './label-notes.js'
import { FIVES_SUM, LAST_IS_SUM, type RowLaw } from './row-law.js'
import { type Walk, walkAlong } from './slots.js'
import { fragmentAt, type Stream } from './stream.js'
import { missingTable, type RowReading, type TableReading, tableReading } from './table-reading.js'
import { isPrinted, isValues, valueSlots } from './values.js'

/**
 * Reads 表四: one row of fifteen values under the header, or five after each of its three blocks.
 * `closed`: something follows in the document, so that nothing printed means blank.
 */
export function walkRemedies(stream: Stream, closed: boolean): TableReading {
  const found = bestChain(stream)
  const isFound = found.some(({ kind }) => kind === 'column')
  const jumbled = isFound ? null : jumbledHeader(stream)
  const chain = jumbled ? [jumbled] : found
  if (!isFound && !jumbled) return missingTable(REMEDY_CELLS)
  const walk = walkAlong(stream, chain)
  const header = headerOf(walk)
  const bands = bandsOf(walk)
  // Where one block shows values, another that shows none may have lost its own to it.
  const isBlank =
    isFound && closed && bands.length === 1 && !walk.slots.slice(0, -1).flat().some(isValues)
  const rows = bands.map(
    (band): RowReading => ({
      ...band,
      isFound: true,
      disputed: [],
      fit: fitBand(walk, band, isBlank, header),
    }),
  )
  return tableReading(walk, rows, jumbled ? [] : labelNotes(walk, 'remedies', LABELS))
}

const group = (label: string, block: number): Expected[] => [
  { kind: 'group', block, label, words: [label] },
]

const five = (block: number): Expected[] =>
  REMEDY_COLUMNS.map((label) => ({ kind: 'column', block, label, words: [label] }))

const [REVIEW, DIRECT, AFTER] = REMEDY_BLOCKS
const LITIGATION = group(LITIGATION_GROUP, 1)

/** The three-storey header as it comes off a page by storey. */
const LABELS: readonly Expected[] = [
  ...group(REVIEW, 0),
  ...LITIGATION,
  ...five(0),
  ...group(DIRECT, 1),
  ...group(AFTER, 2),
  ...five(1),
  ...five(2),
]

/** The other orders in which it comes: by storey without spans, and by block. */
const ORDERS: readonly (readonly Expected[])[] = [
  LABELS,
  [
    ...group(REVIEW, 0),
    ...LITIGATION,
    ...group(DIRECT, 1),
    ...group(AFTER, 2),
    ...five(0),
    ...five(1),
    ...five(2),
  ],
  [
    ...group(REVIEW, 0),
    ...five(0),
    ...LITIGATION,
    ...group(DIRECT, 1),
    ...five(1),
    ...group(AFTER, 2),
    ...five(2),
  ],
]

function bestChain(stream: Stream): readonly Anchor[] {
  const chains = ORDERS.map((order) => findChain(stream, order))
  const worth = (chain: readonly Anchor[]) =>
    chain.reduce((sum, { start, end }) => sum + end - start, 0)
  return chains.reduce((best, chain) => (worth(chain) > worth(best) ? chain : best))
}

/** A run of values with its own arithmetic. */
type Band = Pick<RowReading, 'label' | 'specs' | 'slots'> & { readonly law: RowLaw }

/** Fifteen values in one band where nothing is printed before the last header, else five after each block. */
function bandsOf({ chain, slots }: Walk): Band[] {
  const bands = REMEDY_BLOCKS.map((label, block): Band => {
    const own = chain.flatMap((one, i) =>
      one.kind === 'column' && one.block === block ? (slots[i] ?? []) : [],
    )
    const specs = REMEDY_CELLS.filter(({ row }) => row === label)
    return {
      label,
      specs,
      slots: valueSlots(own, block + 1 < REMEDY_BLOCKS.length),
      law: LAST_IS_SUM,
    }
  })
  if (bands.slice(0, -1).some((band) => band.slots.some(isPrinted))) return bands
  const last = valueSlots(slots.at(-1) ?? [], false)
  return [{ label: '行政复议、行政诉讼', specs: REMEDY_CELLS, slots: last, law: FIVES_SUM }]
}

/** The columns of the storey that review alone does not have. */
const LITIGATION_COLUMNS = REMEDY_CELLS.length - REMEDY_COLUMNS.length

/**
 * The lowest storey of the header, where it prints all fifteen columns in one row or over two, or where five
 * blank cells before its ten columns are those of the storey above.
 */
function headerOf({ stream, chain }: Walk): Header | null {
  const row = fragmentAt(stream, chain.at(-1)?.start ?? -1)?.row
  const lowest = stream.fragments.filter((one) => one.row === row && isColumn(one.text))
  const [first] = lowest
  if (first?.measure === 'tab' && lowest.length === LITIGATION_COLUMNS) {
    const isWhole = first.extent?.[0] === REMEDY_COLUMNS.length
    const all = REMEDY_CELLS.map((_, i): Extent => [i, i + 1])
    if (isWhole) return { extents: all, measure: 'tab', cells: all.length }
  }
  const found = chain.flatMap(({ kind, start }) =>
    kind === 'column' ? (fragmentAt(stream, start) ?? []) : [],
  )
  const cells = lowest.length === REMEDY_CELLS.length ? lowest : found
  if (cells.length !== REMEDY_CELLS.length) return null
  const measure = cells[0]?.measure ?? null
  const extents = cells.map((cell) => (cell.measure === measure ? cell.extent : null))
  return { extents, measure, cells: extents.at(-1)?.[1] ?? 0 }
}

/** A header may go on in the next line: 结果 above 维持. */
function isColumn(text: string): boolean {
  const words = hanOnly(text)
  return words.length > 1 && REMEDY_COLUMNS.some((column) => column.startsWith(words))
}

function fitBand(
  walk: Walk,
  { slots, specs, law }: Band,
  isBlank: boolean,
  header: Header | null,
): RowFit | null {
  const columns = specs.length
  if (isBlank && !slots.some(isPrinted)) {
    return { values: specs.map(() => null), inferred: false }
  }
  const values = fitRow(slots, {
    columns,
    header: header?.extents.length === columns ? header : null,
    overflow: 0,
    ...spacingOf(walk),
    law,
    isLast: true,
  })
  return values ? { values, inferred: false } : decideRemedies(slots, columns, law)
}
