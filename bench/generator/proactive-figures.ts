import type { Size } from './figures.js'
import { PROACTIVE } from './forms.js'
import type { Authority, FormId } from './model.js'
import type { Rng } from './rng.js'

/** The numbers of table two by row, in the order of the row's columns. */
export type ProactiveFigures = Record<string, number[]>

const SCALE: Record<Size, number> = { none: 1, small: 12, large: 900 }

function drift(value: number, rng: Rng): number {
  return Math.max(0, Math.round(value * (0.8 + rng.next() * 0.4)))
}

function count(size: Size, rng: Rng): number {
  if (rng.chance(size === 'none' ? 0.6 : 0.25)) return 0
  const top = SCALE[size] * (rng.chance(0.15) ? 60 : 6)
  return rng.int(1, top)
}

function documents(form: FormId, size: Size, rng: Rng, last?: number[]): number[] {
  const busy = size === 'none' ? 0.2 : 0.6
  const made = rng.chance(busy) ? rng.int(1, size === 'large' ? 30 : 5) : 0
  if (form === '2019') return [made, made, Math.max(made, (last?.[2] ?? rng.int(0, 40)) + made)]
  const before = last?.[2] ?? (rng.chance(busy) ? rng.int(1, size === 'large' ? 160 : 20) : 0)
  const repealed = rng.chance(0.4) ? rng.int(0, Math.min(before, 9)) : 0
  return [made, repealed, before + made - repealed]
}

function items(size: Size, rng: Rng, last?: number[]): number[] {
  const before =
    last === undefined ? (rng.chance(0.35) ? 0 : rng.int(1, 60)) : (last[0] ?? 0) + (last[1] ?? 0)
  const change = rng.chance(0.6) ? 0 : rng.int(-Math.min(before, 9), 12)
  const decided = last?.[2] === undefined ? count(size, rng) : drift(last[2], rng)
  return [before, change, decided]
}

function amount(size: Size, rng: Rng): number {
  if (rng.chance(size === 'large' ? 0.2 : 0.7)) return 0
  const top = size === 'large' ? 40000 : 800
  const decimals = rng.pick([0, 1, 2, 2, 4, 6])
  return Number((rng.next() * top + 0.5).toFixed(decimals))
}

function rowFigures(
  form: FormId,
  row: string,
  authority: Authority,
  size: Size,
  rng: Rng,
  last?: number[],
): number[] {
  if (row === '规章') return authority.makesRules ? documents(form, 'small', rng, last) : [0, 0, 0]
  if (row.endsWith('规范性文件')) return documents(form, size, rng, last)
  if (row === '政府集中采购') return [0, 0]
  if (form === '2019') {
    const figures = items(size, rng, last)
    return row === '行政事业性收费' ? figures.slice(0, 2) : figures
  }
  const before = last?.[0]
  if (row === '行政事业性收费') {
    if (before === undefined) return [amount(size, rng)]
    return [Number((before * (0.85 + rng.next() * 0.3)).toFixed(2))]
  }
  return [before === undefined ? count(size, rng) : drift(before, rng)]
}

/** Table two of a year; with `last`, following from last year's. */
export function proactiveFigures(
  form: FormId,
  authority: Authority,
  size: Size,
  rng: Rng,
  last?: ProactiveFigures,
): ProactiveFigures {
  const rows = PROACTIVE[form].flatMap((block) => block.rows)
  return Object.fromEntries(
    rows.map((row) => [row, rowFigures(form, row, authority, size, rng, last?.[row])]),
  )
}

/** A number and amount of purchases, for reports that are not meant to be free of remarks. */
export function inventPurchases(size: Size, rng: Rng): number[] {
  const projects = rng.int(1, size === 'large' ? 900 : 60)
  return [projects, Math.round(projects * rng.int(3000, 90000))]
}
