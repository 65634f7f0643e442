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
import { isPageNumber } from './page-number.js'
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
  return {
    cells: cells.flat(),
    labels,
    problems: rows.flatMap((row, i) => problemsOf(row, cells[i] ?? [])),
    residue: walk.slots
      .flat()
      .filter(({ text, whole }) => whole && isPageNumber(text))
      .map(({ text, at }) => ({ kind: 'page-number', text: text.trim(), at })),
    region: regionOf(
      walk,
      rows.flatMap(({ slots }) => slots),
    ),
  }
}

/** A table that was not found: all its cells unread. */
export function missingTable(specs: readonly CellSpec[]): TableReading {
  const cells = specs.map((spec) => unreadCell(spec, null, null))
  return { cells, labels: [], problems: [], residue: [], region: null }
}

function cellsOf({ specs, isFound, slots, fit }: RowReading): Cell[] {
  const text = textOf(slots)
  const at = (slots.find(isPrinted) ?? slots[0])?.at ?? null
  return specs.map((spec, column) => {
    const value = fit?.values[column]
    const isOpen = !fit || value === undefined || value?.text.trim() === UNREAD_MARK
    if (isOpen) return unreadCell(spec, isFound ? text : null, at)
    return toCell(spec, value?.text ?? '', value?.at ?? null, fit.inferred)
  })
}

function problemsOf({ label, isFound, slots }: RowReading, cells: readonly Cell[]): Problem[] {
  const unread = cells.find(({ state }) => state === 'unread')
  if (!unread) return []
  if (!isFound) {
    const message = `没有找到“${label}”一行，该行各格未读出，请对照原文核对。`
    return [{ code: 'row.missing', at: null, message }]
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

function shown(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain
}
