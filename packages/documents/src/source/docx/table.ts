import type { Block } from '../source.js'
import { type PlacedCell, tableBlocks } from '../table/assemble.js'
import { type XmlElement, xmlAttribute, xmlChild } from '../xml/parse.js'
import { isOn, settingOf } from './styles.js'

type OpenCell = {
  readonly row: number
  readonly column: number
  rowSpan: number
  colSpan: number
  readonly blocks: readonly Block[]
}

type CellReader = (cell: XmlElement) => Block[]

// What may stand between a table and its rows, or a row and its cells, and is not seen.
const WRAPPERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'])

/** Table number `table` of a Word file with its spans resolved; deleted and hidden rows left out. */
export function readTable(element: XmlElement, table: number, blocksOf: CellReader): Block[] {
  const cells: OpenCell[] = []
  /** By column, the merged cell that the next row may continue. */
  const merged = new Map<number, OpenCell>()
  let height = 0
  for (const row of childrenThrough(element, 'tr')) {
    if (isLeftOut(row)) continue
    placeRow(row, { row: height, cells, merged, blocksOf })
    height++
  }
  const width = cells.reduce((most, { column, colSpan }) => Math.max(most, column + colSpan), 0)
  const placeOf = ({ row, column }: PlacedCell) =>
    ({ kind: 'table', table, row: row + 1, column: column + 1 }) as const
  return tableBlocks({ height, width, cells, placeOf })
}

type RowPlace = {
  readonly row: number
  readonly cells: OpenCell[]
  readonly merged: Map<number, OpenCell>
  readonly blocksOf: CellReader
}

function placeRow(element: XmlElement, { row, cells, merged, blocksOf }: RowPlace): void {
  let column = spanOf(xmlChild(xmlChild(element, 'trPr'), 'gridBefore'), 0)
  let previous: OpenCell | undefined
  for (const cell of childrenThrough(element, 'tc')) {
    const properties = xmlChild(cell, 'tcPr')
    if (xmlChild(properties, 'cellDel')) continue
    const colSpan = spanOf(xmlChild(properties, 'gridSpan'), 1)
    const above = merged.get(column)
    if (mergeOf(properties, 'hMerge') === 'continue' && previous) previous.colSpan += colSpan
    else if (mergeOf(properties, 'vMerge') === 'continue' && above && endsAt(above, row)) {
      above.rowSpan++
      previous = above
    } else {
      previous = { row, column, rowSpan: 1, colSpan, blocks: blocksOf(cell) }
      cells.push(previous)
      merged.delete(column)
      if (mergeOf(properties, 'vMerge')) merged.set(column, previous)
    }
    column += colSpan
  }
}

function endsAt(cell: OpenCell, row: number): boolean {
  return cell.row + cell.rowSpan === row
}

/** `restart` opens a merged cell; the element without a value continues it. */
function mergeOf(properties: XmlElement | undefined, name: 'hMerge' | 'vMerge') {
  const merge = xmlChild(properties, name)
  return merge && (xmlAttribute(merge, 'val') ?? 'continue')
}

function spanOf(element: XmlElement | undefined, missing: number): number {
  const span = Number(settingOf(element) ?? missing)
  return Number.isInteger(span) && span >= missing && span <= 1000 ? span : missing
}

function isLeftOut(row: XmlElement): boolean {
  const properties = xmlChild(row, 'trPr')
  const isDeleted = xmlChild(properties, 'del') ?? xmlChild(properties, 'moveFrom')
  return isDeleted !== undefined || isOn(xmlChild(properties, 'hidden')) === true
}

function childrenThrough(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === name) return [child]
    return WRAPPERS.has(child.name) ? childrenThrough(child, name) : []
  })
}
