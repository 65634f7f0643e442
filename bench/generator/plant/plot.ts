import type { Composed } from '../compose.js'
import type { Truth, TruthCell, TruthSection } from '../model.js'
import type { Rng } from '../rng.js'

/** A report to spoil, and last year's where there is one. */
interface Plot {
  current: Composed
  previous?: Composed
  truth: Truth
  rng: Rng
}

/** Puts one mistake into a report; tells the wrong words, or null where it does not fit. */
export type Plant = (plot: Plot) => string | null

/** Plants by rule. */
export type Plants = Record<string, Plant>

/** A section of a report. */
export function section(truth: Truth, no: TruthSection['no']): TruthSection {
  const found = truth.sections.find((item) => item.no === no)
  if (found === undefined) throw new RangeError(no)
  return found
}

/** A cell of a report. */
export function cellAt(truth: Truth, row: string, column: string): TruthCell | undefined {
  return truth.cells.find((cell) => cell.row === row && cell.column === column)
}

/** The figure of a cell, zero where it has none. */
export function valueAt(truth: Truth, row: string, column: string): number {
  return cellAt(truth, row, column)?.value ?? 0
}

/** Sets the figure of a cell. */
export function setCell(truth: Truth, row: string, column: string, value: number): void {
  const cell = cellAt(truth, row, column)
  if (cell === undefined) throw new RangeError(`${row}/${column}`)
  const sign = column === '本年增/减' && value > 0 ? '+' : ''
  Object.assign(cell, { state: 'number', value, unit: null, raw: `${sign}${value}` })
}

/** Adds to the figure of a cell. */
export function addToCell(truth: Truth, row: string, column: string, change: number): void {
  setCell(truth, row, column, valueAt(truth, row, column) + change)
}

const NUMERALS = '一二三四五'

function itemLine(lines: string[], item: number): number {
  return lines.findIndex((line) => line.startsWith(`（${NUMERALS[item - 1]}）`))
}

/** Replaces what item （n） of section one says. */
export function replaceItem(truth: Truth, item: number, text: string): void {
  const one = section(truth, '一')
  const lines = one.text.split('\n')
  const at = itemLine(lines, item)
  const line = lines[at] ?? ''
  const stop = line.indexOf('。')
  if (stop < 0) lines[at + 1] = text
  else lines[at] = line.slice(0, stop + 1) + text
  one.text = lines.join('\n')
}

/** Adds a sentence to item （n） of section one. */
export function addToItem(truth: Truth, item: number, sentence: string): string {
  const one = section(truth, '一')
  const lines = one.text.split('\n')
  const at = itemLine(lines, item)
  const target = (lines[at] ?? '').includes('。') ? at : at + 1
  lines[target] = (lines[target] ?? '') + sentence
  one.text = lines.join('\n')
  return sentence
}

/** Reduces the words on requests to the number received, so that other cells may change. */
export function plainRequests(truth: Truth): void {
  const received = valueAt(truth, '一', '总计')
  replaceItem(truth, 2, `${truth.year}年共收到政府信息公开申请${received}件。`)
}

/** Replaces words anywhere in the report's text; false where they do not occur. */
export function replaceWords(truth: Truth, from: string | RegExp, to: string): boolean {
  let hit = false
  const change = (text: string): string => {
    const next = hit ? text : text.replace(from, to)
    hit ||= next !== text
    return next
  }
  truth.intro = change(truth.intro)
  for (const item of truth.sections) item.text = change(item.text)
  return hit
}
