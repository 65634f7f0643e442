import type { BlockSpec, CellSpec } from '@gongkai/report'
import { findChain } from './chain.js'
import { type Expected, expectedLabels } from './expected.js'
import { fitRows } from './fit-rows.js'
import { labelNotes } from './label-notes.js'
import { withNearLabels } from './near-labels.js'
import { withRepeatedRows } from './repeated-rows.js'
import { rowsOf, type TableRow } from './rows.js'
import { walkAlong } from './slots.js'
import type { Stream } from './stream.js'
import { missingTable, type RowReading, type TableReading, tableReading } from './table-reading.js'

/** 表二 or 表三 of a form: its blocks, and all their labels in form order. */
export type Layout = {
  readonly blocks: readonly BlockSpec[]
  readonly expected: readonly Expected[]
}

/** The layout of a table from its blocks; made once, for the forms are constants. */
export function layoutOf(blocks: readonly BlockSpec[]): Layout {
  return { blocks, expected: expectedLabels(blocks) }
}

/**
 * Reads 表二 or 表三: walks the blocks of the form along the stream, cuts it at the labels, and fits
 * what stands between them to the columns. What the print leaves open is decided by arithmetic
 * (`inferred`) or stays unread with its text in a problem. `closed`: something follows in the document, so
 * that the last row is there to its end.
 */
export function walkBlocks(
  stream: Stream,
  { blocks, expected }: Layout,
  closed: boolean,
): TableReading {
  const found = withNearLabels(stream, findChain(stream, expected), expected)
  const chain = withRepeatedRows(stream, found, expected)
  if (!chain.some(({ kind }) => kind === 'row')) {
    return missingTable(
      blocks.flatMap((block) => block.rows.flatMap(({ row }) => specsOf(block, row))),
    )
  }
  const walk = walkAlong(stream, chain)
  const rows = rowsOf(blocks, walk)
  const fits = fitRows(walk, blocks, rows, closed)
  const read = rows.map((row, i): RowReading => ({ ...ofRow(row), fit: fits[i] ?? null }))
  const required = expected.filter(({ kind }) => kind === 'row')
  return tableReading(walk, read, labelNotes(walk, blocks[0]?.table ?? 'proactive', required))
}

function ofRow({
  block,
  spec,
  anchor,
  slots,
  counted,
  disputed,
}: TableRow): Omit<RowReading, 'fit'> {
  const isFound = anchor !== null || counted
  return { label: spec.label, specs: specsOf(block, spec.row), isFound, slots, disputed }
}

function specsOf({ table, columns }: BlockSpec, row: string): CellSpec[] {
  return columns.map((column) => ({ table, row, ...column }))
}
