import type { Figures } from './figures.js'
import { PROACTIVE, REMEDY_COLUMNS, REMEDY_ROWS, REQUEST_COLUMNS, requestRows } from './forms.js'
import type { FormId, Planted, TableId, TruthCell } from './model.js'
import { inventPurchases } from './proactive-figures.js'
import type { Rng } from './rng.js'

/** `clean`: a figure in every cell; `varied`: blanks, strokes, units as in published reports. */
export type FillStyle = 'clean' | 'varied'

function numberCell(table: TableId, row: string, column: string, value: number): TruthCell {
  const sign = column === '本年增/减' && value > 0 ? '+' : ''
  return { table, row, column, state: 'number', value, unit: null, raw: `${sign}${value}` }
}

/** The cells of a form in form order, every one with its figure. */
export function cellsOf(form: FormId, figures: Figures): TruthCell[] {
  const proactive = PROACTIVE[form].flatMap(({ rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column, at) =>
        numberCell('proactive', row, column, figures.proactive[row]?.[at] ?? 0),
      ),
    ),
  )
  const requests = requestRows(form).flatMap(({ no }) =>
    REQUEST_COLUMNS.map((column, at) =>
      numberCell('requests', no, column, figures.requests[no]?.[at] ?? 0),
    ),
  )
  const remedies = REMEDY_ROWS.flatMap((row) =>
    REMEDY_COLUMNS.map((column, at) =>
      numberCell('remedies', row, column, figures.remedies[row]?.[at] ?? 0),
    ),
  )
  return [...proactive, ...requests, ...remedies]
}

/** Makes a cell empty. */
export function blank(cell: TruthCell): void {
  Object.assign(cell, { state: 'blank', value: null, unit: null, raw: '' })
}

/** Puts a stroke or 无 in place of a figure. */
export function mark(cell: TruthCell, raw: string): void {
  Object.assign(cell, { state: 'mark', value: null, unit: null, raw })
}

const where = (cell: TruthCell): string => `${cell.row}/${cell.column}`

type Variation = (cells: TruthCell[], figures: Figures, rng: Rng) => Planted[]

const blanksForZeros: Variation = (cells, _figures, rng) => {
  const tables = rng.pick<TableId[]>([
    ['requests', 'remedies'],
    ['requests'],
    ['remedies'],
    ['proactive', 'requests', 'remedies'],
  ])
  const keepTotals = rng.chance(0.5)
  const hit = cells.filter(
    (cell) =>
      tables.includes(cell.table) &&
      cell.value === 0 &&
      !(keepTotals && (cell.column === '总计' || cell.row === '三（七）')),
  )
  hit.forEach(blank)
  return hit.slice(0, 1).map((cell) => ({ rule: 'CELL-01', says: where(cell) }))
}

const scatteredBlanks: Variation = (cells, _figures, rng) => {
  const share = 0.05 + rng.next() * 0.4
  const hit = cells.filter((cell) => cell.value === 0 && rng.chance(share))
  hit.forEach(blank)
  return hit.slice(0, 1).map((cell) => ({ rule: 'CELL-01', says: where(cell) }))
}

const marks: Variation = (cells, _figures, rng) => {
  const raw = rng.pick(['/', '-', '—', '——', '无', '\\', '－'])
  const table = rng.pick<TableId>(['proactive', 'proactive', 'requests', 'remedies'])
  const whole = rng.chance(0.4)
  const hit = cells.filter(
    (cell) => cell.table === table && cell.value === 0 && (whole || cell.row === '规章'),
  )
  for (const cell of hit) mark(cell, raw)
  return hit.slice(0, 1).map((cell) => ({ rule: 'CELL-01', says: `${where(cell)} ${raw}` }))
}

const signs: Variation = (cells, _figures, rng) => {
  const minus = rng.pick(['−', '－', '-'])
  for (const cell of cells) {
    if (cell.column !== '本年增/减' || cell.value === null) continue
    if (cell.value < 0) cell.raw = cell.raw.replace('-', minus)
    if (cell.value > 0 && minus === '－') cell.raw = cell.raw.replace('+', '＋')
  }
  return []
}

const purchases: Variation = (cells, figures, rng) => {
  const row = cells.filter((cell) => cell.row === '政府集中采购')
  const [projects, amount] = row
  const [count, money] = inventPurchases(figures.size, rng)
  if (!projects || !amount || count === undefined || money === undefined) return []
  Object.assign(projects, numberCell('proactive', projects.row, projects.column, count))
  const unit = rng.pick([null, '元', '万元'])
  const value = unit === '万元' ? money / 10000 : money
  Object.assign(amount, { state: 'number', value, unit, raw: `${value}${unit ?? ''}` })
  return [{ rule: 'CELL-03', says: amount.raw }]
}

const chargeUnit: Variation = (cells) => {
  const cell = cells.find(({ column }) => column.startsWith('本年收费金额'))
  if (!cell?.value) return []
  Object.assign(cell, { unit: '万元', raw: `${cell.value}万元` })
  return [{ rule: 'CELL-03', says: cell.raw }]
}

/** Fills the tables as published reports do; every departure from the rule is returned. */
export function varyFill(cells: TruthCell[], figures: Figures, rng: Rng): Planted[] {
  const planted = [signs(cells, figures, rng)]
  if (rng.chance(0.6)) planted.push(purchases(cells, figures, rng))
  if (rng.chance(0.25)) planted.push(chargeUnit(cells, figures, rng))
  const filling = rng.weighted<Variation | null>([
    [null, 45],
    [blanksForZeros, 25],
    [scatteredBlanks, 10],
    [marks, 20],
  ])
  if (filling) planted.push(filling(cells, figures, rng))
  return planted.flat()
}
