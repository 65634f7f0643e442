import { type Composed, compose, composePair, formOf } from './compose.js'
import type { Planted } from './model.js'
import { CELL_PLANTS } from './plant/cells.js'
import { NUMBER_PLANTS } from './plant/numbers.js'
import type { Plant, Plants } from './plant/plot.js'
import { STRUCTURE_PLANTS } from './plant/structure.js'
import { WORD_PLANTS } from './plant/words.js'
import { YEAR_PLANTS } from './plant/years.js'
import type { Rng } from './rng.js'

/** A report with planted mistakes, and last year's where a mistake lies between the two. */
export interface PlantedReport {
  current: Composed
  previous?: Composed
}

// What replaces paragraphs comes before what adds sentences, and the frame of the report last.
const GROUPS: readonly Plants[] = [
  CELL_PLANTS,
  YEAR_PLANTS,
  NUMBER_PLANTS,
  WORD_PLANTS,
  STRUCTURE_PLANTS,
]

const WRONG_FORM = 'FMT-01'

const PLANTS: Plants = Object.assign({}, ...GROUPS)

/** The rules of which mistakes can be planted. */
export const PLANTED_RULES: readonly string[] = [WRONG_FORM, ...Object.keys(PLANTS)].sort()

function plant(report: PlantedReport, rule: string, rng: Rng): Planted | null {
  const { current } = report
  const act: Plant | undefined = PLANTS[rule]
  const says = act?.({ ...report, truth: current.truth, rng }) ?? null
  return says === null ? null : { rule, says }
}

function startReport(rule: string, rng: Rng): PlantedReport {
  if (rule.startsWith('XYR')) return composePair(rng)
  if (rule !== WRONG_FORM) return { current: compose(rng) }
  const year = rng.int(2019, 2025)
  const form = formOf(year) === '2019' ? '2021' : '2019'
  const current = compose(rng, { year, form })
  const says = form === '2019' ? '本年新制作数量' : '本年制发件数'
  current.truth.planted.push({ rule, says })
  return { current }
}

function withMistake(rule: string, rng: Rng): PlantedReport {
  if (rule === WRONG_FORM) return startReport(rule, rng)
  for (let attempt = 0; attempt < 400; attempt++) {
    const report = startReport(rule, rng)
    const planted = plant(report, rule, rng)
    if (planted === null) continue
    report.current.truth.planted.push(planted)
    return report
  }
  throw new RangeError(`no report can hold a mistake of ${rule}`)
}

/** Composes a report with the mistake of a rule, alone or with others of further groups. */
export function composePlanted(rng: Rng, first?: string): PlantedReport {
  const rule = first ?? rng.pick(PLANTED_RULES)
  const report = withMistake(rule, rng)
  if (rng.chance(0.5)) return report
  // Only rules that add to the text go on top, so that no mistake covers another.
  const later = [WORD_PLANTS, STRUCTURE_PLANTS].filter((group) => !(rule in group))
  const taken = PLANTED_RULES.indexOf(rule) >= 0 ? [rule.slice(0, 3)] : []
  for (const group of later) {
    const extra = rng.pick(Object.keys(group))
    if (taken.includes(extra.slice(0, 3)) || extra === 'STR-07') continue
    const planted = plant(report, extra, rng)
    if (planted !== null) report.current.truth.planted.push(planted)
  }
  return report
}
