import { REMEDY_ROWS, REQUEST_COLUMNS, requestRows } from './forms.js'
import type { Authority, FormId } from './model.js'
import { type ProactiveFigures, proactiveFigures } from './proactive-figures.js'
import type { Rng } from './rng.js'

/** How much happens at an authority in a year. */
export type Size = 'none' | 'small' | 'large'

/** The numbers of the three tables: `requests` by row and column, `remedies` by row and column. */
export interface Figures {
  size: Size
  proactive: ProactiveFigures
  requests: Record<string, number[]>
  remedies: Record<string, number[]>
}

const TOTAL = REQUEST_COLUMNS.length - 1
const APPLICANTS: readonly (readonly [number, number])[] = [
  [0, 86],
  [1, 8],
  [2, 0.6],
  [3, 0.8],
  [4, 2.6],
  [5, 2],
]

const OUTCOMES: Record<string, number> = {
  '三（一）': 45,
  '三（二）': 8,
  '三（三）1': 0.1,
  '三（三）2': 1,
  '三（三）3': 0.1,
  '三（三）4': 1.2,
  '三（三）5': 1.5,
  '三（三）6': 2,
  '三（三）7': 1.6,
  '三（三）8': 4,
  '三（四）1': 22,
  '三（四）2': 3,
  '三（四）3': 1,
  '三（五）1': 3,
  '三（五）2': 2,
  '三（五）3': 0.8,
  '三（五）4': 0.5,
  '三（五）5': 0.5,
  '三（六）': 4,
  '三（六）1': 2,
  '三（六）2': 0.2,
  '三（六）3': 3,
}

function newRequests(size: Size, rng: Rng): number {
  if (size === 'none') return 0
  if (size === 'small') return rng.int(1, rng.chance(0.6) ? 9 : 60)
  return rng.int(60, rng.chance(0.7) ? 480 : 3200)
}

function addTo(rows: Record<string, number[]>, row: string, column: number): void {
  const cells = rows[row]
  if (cells === undefined) throw new RangeError(row)
  cells[column] = (cells[column] ?? 0) + 1
  cells[TOTAL] = (cells[TOTAL] ?? 0) + 1
}

/** The requests of a year, each given an applicant and an end; `carried` comes from last year. */
function requestFigures(
  form: FormId,
  received: number,
  carried: number[],
  rng: Rng,
): Record<string, number[]> {
  const rows: Record<string, number[]> = {}
  for (const { no } of requestRows(form)) rows[no] = REQUEST_COLUMNS.map(() => 0)
  const ends = Object.keys(rows)
    .filter((no) => no.startsWith('三') && no !== '三（七）')
    .map((no) => [no, OUTCOMES[no] ?? 0] as const)
  const deal = (column: number, from: string): void => {
    addTo(rows, from, column)
    const pending = rng.chance(0.035)
    addTo(rows, pending ? '四' : rng.weighted(ends), column)
    if (!pending) addTo(rows, '三（七）', column)
  }
  for (let index = 0; index < received; index++) deal(rng.weighted(APPLICANTS), '一')
  carried.forEach((count, column) => {
    for (let index = 0; index < count; index++) deal(column, '二')
  })
  return rows
}

/** Reviews and suits of a year; `pending` of last year come back. */
function remedyFigures(received: number, pending: number[], rng: Rng): Record<string, number[]> {
  const rows: Record<string, number[]> = {}
  REMEDY_ROWS.forEach((row, index) => {
    const cells = [0, 0, 0, 0, 0]
    const share = [0.035, 0.008, 0.012][index] ?? 0
    const cases = Math.round(received * share * rng.next() * 2) + (pending[index] ?? 0)
    for (let count = 0; count < cases; count++) {
      const end = rng.weighted([0, 1, 2, 3].map((at) => [at, [6, 1, 2, 1.4][at] ?? 0] as const))
      cells[end] = (cells[end] ?? 0) + 1
      cells[4] = (cells[4] ?? 0) + 1
    }
    rows[row] = cells
  })
  return rows
}

/** How busy an authority is: most bureaus and townships get no request in a year. */
function sizeOf(authority: Authority, rng: Rng): Size {
  if (authority.kind === 'township')
    return rng.weighted([
      ['none', 65],
      ['small', 35],
    ])
  if (authority.kind === 'department') {
    return rng.weighted([
      ['none', 40],
      ['small', 50],
      ['large', authority.level === 'city' ? 12 : 4],
    ])
  }
  return rng.weighted([
    ['small', 30],
    ['large', 70],
  ])
}

/** A consistent set of tables; with `last`, one that follows from last year's. */
export function inventFigures(
  form: FormId,
  authority: Authority,
  rng: Rng,
  last?: Figures,
): Figures {
  const size = last?.size ?? sizeOf(authority, rng)
  const before = last?.requests['一']?.[TOTAL]
  const received =
    before === undefined ? newRequests(size, rng) : Math.round(before * (0.75 + rng.next() / 2))
  const carried = last?.requests['四']?.slice(0, TOTAL) ?? carriedOver(received, rng)
  const pending = REMEDY_ROWS.map((row) => last?.remedies[row]?.[3] ?? 0)
  return {
    size,
    proactive: proactiveFigures(form, authority, size, rng, last?.proactive),
    requests: requestFigures(form, received, carried, rng),
    remedies: remedyFigures(received, pending, rng),
  }
}

function carriedOver(received: number, rng: Rng): number[] {
  const carried = REQUEST_COLUMNS.slice(0, TOTAL).map(() => 0)
  const count = rng.chance(0.5) ? Math.round(received * 0.05 * rng.next()) : 0
  for (let index = 0; index < count; index++) {
    const column = rng.weighted(APPLICANTS)
    carried[column] = (carried[column] ?? 0) + 1
  }
  return carried
}
