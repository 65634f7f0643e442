import type { ExampleSpec } from '../examples/example-spec.js'
import type { Chance } from './chance.js'

/** The figures of one report: those of the form, and what the text tells of them. */
export type Figures = Pick<ExampleSpec, 'proactive' | 'requests' | 'reconsideration'> & {
  /** 新收、上年结转、办结、结转下年度. */
  readonly received: number
  readonly carriedIn: number
  readonly answered: number
  readonly carriedOut: number
  /** 制发、废止、现行有效. */
  readonly issued: number
  readonly repealed: number
  readonly valid: number
}

/** What a year leaves to the next. */
export type Left = {
  readonly carried: readonly [people: number, enterprises: number]
  readonly valid: number
}

/** How much an authority does: a field office little, the government most. */
export type Size = 'small' | 'middle' | 'large'

// biome-ignore format: table
const MOST: Readonly<Record<Size, { readonly people: number; readonly enterprises: number; readonly issued: number; readonly acts: number }>> = {
  small:  { people: 2,  enterprises: 0, issued: 0, acts: 20 },
  middle: { people: 12, enterprises: 3, issued: 2, acts: 180 },
  large:  { people: 40, enterprises: 8, issued: 4, acts: 0 },
}

const RESULTS = [
  '三（一）',
  '三（二）',
  '三（三）4',
  '三（三）7',
  '三（四）1',
  '三（四）2',
  '三（五）1',
  '三（六）1',
] as const

/** Figures that add up, and that go on from the year before. */
export function figuresOf(
  chance: Chance,
  size: Size,
  before: Left,
): Figures & { readonly left: Left } {
  const most = MOST[size]
  const fresh = [chance.number(0, most.people), chance.number(0, most.enterprises)] as const
  const out = fresh.map((one, at) => chance.number(0, Math.min(2, one + (before.carried[at] ?? 0))))
  const done = fresh.map((one, at) => one + (before.carried[at] ?? 0) - (out[at] ?? 0))
  const rows = spread(chance, done[0] ?? 0, done[1] ?? 0)
  const carried = [out[0] ?? 0, out[1] ?? 0] as const
  const issued = chance.number(0, most.issued)
  const repealed = Math.min(before.valid, chance.number(0, most.issued))
  const valid = before.valid + issued - repealed
  const act = () => `${chance.number(0, most.acts)}`
  const fee = most.acts > 100 && chance.number(0, 3) === 0 ? `${chance.number(1, 90)}.5` : '0'
  return {
    proactive: ['0', '0', '0', `${issued}`, `${repealed}`, `${valid}`, act(), act(), '0', fee],
    requests: { 一: fresh, 二: before.carried, ...rows, 四: carried },
    reconsideration: [chance.number(0, size === 'small' ? 0 : 1), 0, 0, 0],
    received: fresh[0] + fresh[1],
    carriedIn: before.carried[0] + before.carried[1],
    answered: (done[0] ?? 0) + (done[1] ?? 0),
    carriedOut: carried[0] + carried[1],
    ...{ issued, repealed, valid },
    left: { carried, valid },
  }
}

/** Each request got one of the answers. */
function spread(chance: Chance, people: number, enterprises: number) {
  const rows = new Map<string, [number, number]>()
  const add = (index: 0 | 1) => {
    // Half of them are answered with what was asked for.
    const row = chance.number(0, 1) === 0 ? RESULTS[0] : chance.one(RESULTS)
    const counts = rows.get(row) ?? [0, 0]
    counts[index] += 1
    rows.set(row, counts)
  }
  for (let at = 0; at < people; at++) add(0)
  for (let at = 0; at < enterprises; at++) add(1)
  return Object.fromEntries(rows)
}
