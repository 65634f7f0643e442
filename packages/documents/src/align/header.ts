import { type BlockSpec, REMEDY_COLUMNS } from '@gongkai/report'
import { withoutNote } from './expected.js'
import type { Setting } from './fit-row.js'
import type { Extent, Fragment } from './fragments.js'
import { hanOnly } from './han.js'
import type { Walk } from './slots.js'

/** The header of a block as far as it was found: for each column where it stands, in which measure. */
export type Header = {
  readonly extents: readonly (Extent | null)[]
  readonly measure: Fragment['measure']
  /** Cells in the header's row: tab indexes compare only between rows of equal length. */
  readonly cells: number
}

/** Without a caption the header is looked for in so many fragments before the first row. */
const SEARCHED = 40

/**
 * Where the columns of a block stand: the header cells between its caption and its first row, looked
 * for by their words. Null where the medium has no positions or no header cell was found.
 */
export function headerOf({ stream, chain }: Walk, block: BlockSpec, index: number): Header | null {
  const own = chain.filter((one) => one.block === index)
  const first = own.find(({ kind }) => kind === 'row')
  if (!first) return null
  const start = own.find(({ kind }) => kind === 'caption' || kind === 'stub')
  const to = stream.fragment[first.start] ?? 0
  const from = start ? (stream.fragment[start.start] ?? 0) : Math.max(0, to - SEARCHED)
  const cells = stream.fragments.slice(from, to).filter(({ kind }) => kind === 'cell')
  const measure = cells.find((cell) => cell.measure)?.measure ?? null
  if (!measure) return null
  const found = block.columns.map(({ column }) => {
    const words = hanOnly(withoutNote(column))
    return cells.filter((cell) => cell.measure === measure && isHeader(hanOnly(cell.text), words))
  })
  const row = found.find((own) => own.length > 0)?.[0]?.row
  const lengths = cells.flatMap((cell) => (cell.row === row ? (cell.extent?.[1] ?? 0) : []))
  return { extents: found.map(extentOf), measure, cells: Math.max(0, ...lengths) }
}

/** A unit in brackets may follow the words. */
function isHeader(printed: string, words: string): boolean {
  return printed.startsWith(words) && printed.length <= words.length + 6
}

/** From the first to the last of the cells in the lowest row: a merged header may be printed in each of its columns. */
function extentOf(cells: readonly Fragment[]): Extent | null {
  const row = cells.at(-1)?.row
  const own = cells.filter((cell) => cell.row === row)
  const [first, last] = [own[0]?.extent, own.at(-1)?.extent]
  return first && last ? [first[0], last[1]] : null
}

/** How the lines of a table of single cells follow one another, as its header shows. */
export type Spacing = Pick<Setting, 'dense' | 'isGapless' | 'showsBlanks'>

/**
 * Counts the neighbouring headers that stand close together and those with empty lines between. As many empty lines
 * as columns of 表四 go on from the storey above are the merged cells.
 */
export function spacingOf({ stream, chain }: Walk): Spacing {
  let close = 0
  let apart = 0
  let merged = 0
  chain.forEach((anchor, i) => {
    const next = chain[i + 1]
    if (!next || anchor.kind === 'row') return
    const from = stream.fragment[anchor.end - 1] ?? 0
    const between = stream.fragments.slice(from + 1, stream.fragment[next.start])
    if (between.some(({ kind }) => kind !== 'empty')) return
    const isStorey = anchor.kind === 'group' && next.kind === 'column' && next.block > 0
    if (isStorey && between.length === REMEDY_COLUMNS.length) merged++
    else if (between.length > 0) apart++
    else close++
  })
  return { dense: close > apart, isGapless: close > 0 && apart === 0, showsBlanks: merged > 0 }
}
