import { inventAuthority } from './authorities.js'
import { factsOf } from './facts.js'
import { type Figures, inventFigures } from './figures.js'
import { cellsOf, type FillStyle, varyFill } from './fill.js'
import type { Authority, FormId, Truth } from './model.js'
import { narrate } from './narrate.js'
import type { Rng } from './rng.js'

/** A report with what it was made from, so that mistakes and a next year can be made from it. */
export interface Composed {
  truth: Truth
  authority: Authority
  figures: Figures
  used: ReadonlySet<string>
}

/** What a composition may fix beforehand. */
export interface ComposeOptions {
  fill?: FillStyle
  year?: number
  form?: FormId
  authority?: Authority
  last?: Composed
}

/** The form that is right for a report year. */
export function formOf(year: number): FormId {
  return year <= 2020 ? '2019' : '2021'
}

function signDate(authority: Authority, year: number, rng: Rng): [string, string] {
  const month = authority.kind === 'government' ? rng.int(1, 3) : 1
  const day = rng.int(month === 1 ? 4 : 1, month === 2 ? 28 : 31)
  const two = (value: number): string => `${value}`.padStart(2, '0')
  return [`${year + 1}-${two(month)}-${two(day)}`, `${year + 1}年${month}月${day}日`]
}

/** Composes one report; without a fill of `varied` it holds no mistake. */
export function compose(rng: Rng, options: ComposeOptions = {}): Composed {
  const { last } = options
  const authority = options.authority ?? last?.authority ?? inventAuthority(rng)
  const year = options.year ?? (last ? last.truth.year + 1 : rng.int(2019, 2025))
  const form = options.form ?? formOf(year)
  const figures = inventFigures(form, authority, rng, last?.figures)
  const lawful = formOf(year)
  const facts = factsOf(lawful, authority, year, figures, rng)
  const { intro, sections, used } = narrate(facts, authority, lawful, figures, rng, last?.used)
  const cells = cellsOf(form, figures)
  const planted = options.fill === 'varied' ? varyFill(cells, figures, rng) : []
  const [signedOn, signedText] = signDate(authority, year, rng)
  const truth: Truth = {
    form,
    title: `${authority.name}${year}年政府信息公开工作年度报告`,
    authority: authority.name,
    year,
    cells,
    sections,
    intro,
    signature: authority.name,
    signedOn,
    signedText,
    planted,
    layout: { before: [], relabel: [], drop: [], swap: [] },
  }
  return { truth, authority, figures, used }
}

/** Two reports of one authority in following years of one form, in agreement with each other. */
export function composePair(rng: Rng): { previous: Composed; current: Composed } {
  const previous = compose(rng, { year: rng.pick([2019, 2021, 2022, 2023, 2024]) })
  return { previous, current: compose(rng, { last: previous }) }
}
