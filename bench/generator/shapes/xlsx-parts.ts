import { placesOf } from '../grid-rows.js'
import type { Grid } from '../grids.js'
import { type Part, packOffice, xml } from './ooxml.js'

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet under construction: cells by row, and merged ranges. */
export interface Sheet {
  name: string
  rows: Map<number, Map<number, string>>
  merges: string[]
  height: number
}

/** An empty sheet. */
export function createSheet(name: string): Sheet {
  return { name, rows: new Map(), merges: [], height: 0 }
}

const reference = (row: number, column: number): string =>
  `${String.fromCharCode(65 + column)}${row + 1}`

function put(sheet: Sheet, row: number, column: number, text: string): void {
  const cells = sheet.rows.get(row) ?? new Map<number, string>()
  cells.set(column, text)
  sheet.rows.set(row, cells)
  sheet.height = Math.max(sheet.height, row + 1)
}

function merge(sheet: Sheet, row: number, column: number, height: number, width: number): void {
  if (height * width === 1) return
  const last = reference(row + height - 1, column + width - 1)
  sheet.merges.push(`${reference(row, column)}:${last}`)
}

/** Adds a line of prose over the given width. */
export function addLine(sheet: Sheet, text: string, width: number): void {
  const row = sheet.height
  put(sheet, row, 0, text)
  merge(sheet, row, 0, 1, width)
}

/** Adds a table below what is there. */
export function addGrid(sheet: Sheet, grid: Grid): void {
  const start = sheet.height
  placesOf(grid).forEach((places, y) => {
    places.forEach(({ cell, top, left }, x) => {
      if (!top || !left) return
      put(sheet, start + y, x, cell.text)
      merge(sheet, start + y, x, cell.rowspan, cell.colspan)
    })
  })
  sheet.height = start + grid.rows.length
}

/** Writes the cell of a text: a number where it is one and numbers are wanted. */
export type CellStore = (text: string, at: string) => string

/** A store that keeps numbers as numbers and other texts within the cell. */
export const inlineStore: CellStore = (text, at) => {
  if (text === '') return `<c r="${at}"/>`
  if (/^-?\d+(\.\d+)?$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
}

/** A store that keeps every text in the table of shared strings. */
export function sharedStore(strings: string[]): CellStore {
  return (text, at) => {
    if (text === '') return `<c r="${at}"/>`
    const known = strings.indexOf(text)
    const index = known < 0 ? strings.push(text) - 1 : known
    return `<c r="${at}" t="s"><v>${index}</v></c>`
  }
}

function sheetXml(sheet: Sheet, store: CellStore): string {
  const rows = [...sheet.rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const items = [...cells.entries()].map(([column, text]) =>
        store(text, reference(row, column)),
      )
      return `<row r="${row + 1}">${items.join('')}</row>`
    })
  const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return `<worksheet ${S}><sheetData>${rows.join('')}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`
}

/** A whole workbook file. */
export function packXlsx(sheets: Sheet[], store: CellStore, strings: string[]): Uint8Array {
  const book = 'xl/workbook.xml'
  const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const contents = sheets.map((sheet): string => sheetXml(sheet, store))
  const parts: Part[] = [
    {
      path: book,
      type: `${TYPE}.sheet.main+xml`,
      content: `<workbook ${S} ${R}><sheets>${names.join('')}</sheets></workbook>`,
      relation: { from: '', id: 'rId1', kind: 'officeDocument' },
    },
    ...contents.map((content, at) => ({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      type: `${TYPE}.worksheet+xml`,
      content,
      relation: { from: book, id: `rId${at + 1}`, kind: 'worksheet' },
    })),
  ]
  if (strings.length > 0) {
    const items = strings
      .map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`)
      .join('')
    parts.push({
      path: 'xl/sharedStrings.xml',
      type: `${TYPE}.sharedStrings+xml`,
      content: `<sst ${S} count="${strings.length}" uniqueCount="${strings.length}">${items}</sst>`,
      relation: { from: book, id: 'rId99', kind: 'sharedStrings' },
    })
  }
  return packOffice(parts)
}
