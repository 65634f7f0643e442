import {
  type Cell,
  type CellSpec,
  type LabelNote,
  type Problem,
  type Residue,
  toCell,
  unreadCell,
} from '@gongkai/report'
import { UNREAD_MARK } from '../write/statutory.js'
import type { RowFit } from './fit-row.js'
import { leftOver } from './left-over.js'
import { type Region, regionOf } from './region.js'
import type { Slot, Walk } from './slots.js'
import { isPrinted } from './values.js'

/** What the walk made of one table of the form. */
export type TableReading = {
  readonly cells: readonly Cell[]
  readonly labels: readonly LabelNote[]
  readonly problems: readonly Problem[]
  readonly residue: readonly Residue[]
  /** Null where the table was not found. */
  readonly region: Region | null
}

/** A row of the form with what stands in it and what was made of that. */
export type RowReading = {
  /** As a message names the row. */
  readonly label: string
  readonly specs: readonly CellSpec[]
  /** False where the row is not in the print. */
  readonly isFound: boolean
  readonly slots: readonly Slot[]
  /** What stands behind each print of its label where those differ; empty where they do not. */
  readonly disputed: readonly (readonly Slot[])[]
  /** Null where the row stays open. */
  readonly fit: RowFit | null
}

/** The table from its rows: cells, what could not be read, page numbers between, and where it stands. */
export function tableReading(
  walk: Walk,
  rows: readonly RowReading[],
  labels: readonly LabelNote[],
): TableReading {
  const cells = rows.map(cellsOf)
  const region = regionOf(
    walk,
    rows.flatMap(({ slots, disputed }) => [...slots, ...disputed.flat()]),
  )
  return {
    cells: cells.flat(),
    labels,
    problems: rows.flatMap((row, i) => problemsOf(row, cells[i] ?? [])),
    residue: leftOver(walk, rows, region),
    region,
  }
}

/** A table that was not found: all its cells unread. */
export function missingTable(specs: readonly CellSpec[]): TableReading {
  const cells = specs.map((spec) => unreadCell(spec, null, null))
  return { cells, labels: [], problems: [], residue: [], region: null }
}

function cellsOf({ specs, isFound, slots, disputed, fit }: RowReading): Cell[] {
  const own = [...slots, ...disputed.flat()]
  const text = textOf(own)
  const at = (own.find(isPrinted) ?? own[0])?.at ?? null
  return specs.map((spec, column) => {
    const value = fit?.values[column]
    const isOpen = !fit || value === undefined || value?.text.trim() === UNREAD_MARK
    if (isOpen) return unreadCell(spec, isFound ? text : null, at)
    return toCell(spec, value?.text ?? '', value?.at ?? null, fit.inferred)
  })
}

function problemsOf(
  { label, isFound, slots, disputed }: RowReading,
  cells: readonly Cell[],
): Problem[] {
  const unread = cells.find(({ state }) => state === 'unread')
  if (!unread) return []
  if (!isFound) {
    const message = `没有找到“${label}”一行，该行各格未读出，请对照原文核对。`
    return [{ code: 'row.missing', at: null, message }]
  }
  if (disputed.length > 0) {
    const texts = [...new Set(disputed.map((own) => `“${shown(textOf(own))}”`))]
    const message = `“${label}”一行印了${disputed.length}次，数值分别为${texts.slice(0, LISTED).join('、')}，未予采用，请对照原文核定后填写。`
    return [{ code: 'row.repeated', at: unread.at, message }]
  }
  const message = `“${label}”一行有单元格未能读出，原文为“${shown(textOf(slots))}”，请对照原文逐格填写。`
  return [{ code: 'cell.unread', at: unread.at, message }]
}

function textOf(slots: readonly Slot[]): string {
  return slots
    .map(({ text }) => text.trim())
    .join(' ')
    .trim()
}

/** At most so many characters of an unread text are shown in a problem. */
const SHOWN = 60

/** At most so many prints of one row are listed. */
const LISTED = 5

function shown(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain
}
