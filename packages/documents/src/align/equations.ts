import type { Way } from './ways.js'

/** The numbers of the rows that were read, blank as 0; null for a row of which not all is known. */
export type KnownRows = ReadonlyMap<string, readonly number[] | null>

/** In one column: the open rows with their signs and what the others add up to must come to 0. */
export type Equation = {
  readonly column: number
  readonly terms: readonly { readonly row: number; readonly sign: 1 | -1 }[]
  readonly constant: number
  /** The sum may be less, or more, than 0 by what rows hold that were not read. */
  readonly isAtMost: boolean
  readonly isAtLeast: boolean
}

/** The rows whose sum is 三（七）: every outcome from 三（一） to 三（六）. */
const OUTCOME = /^三（[一二三四五六]）/

/** Sums of a column that lie further apart are not told apart. */
const MOST_SUMS = 50_000

/**
 * Both identities of every column of 表三: the outcomes add up to 三（七）, and 一 + 二 = 三（七） + 四. Rows that could not be read
 * may hold anything but less than nothing.
 */
export function equationsOf(
  known: KnownRows,
  open: readonly { readonly row: string; readonly ways: readonly Way[] }[],
): Equation[] {
  const names = [...known.keys(), ...open.map(({ row }) => row)]
  const sums = [
    { plus: names.filter((name) => OUTCOME.test(name)), minus: ['三（七）'] },
    { plus: ['一', '二'], minus: ['三（七）', '四'] },
  ]
  const columns = open[0]?.ways[0]?.counts.length ?? 0
  return sums.flatMap(({ plus, minus }) => {
    const isUnknown = (name: string) =>
      known.get(name) === null || (!known.has(name) && !open.some(({ row }) => row === name))
    const isAtMost = plus.some(isUnknown)
    const isAtLeast = minus.some(isUnknown)
    if (isAtMost && isAtLeast) return []
    const signed = [
      ...plus.map((name) => ({ name, sign: 1 as const })),
      ...minus.map((name) => ({ name, sign: -1 as const })),
    ]
    const terms = signed.flatMap(({ name, sign }) => {
      const row = open.findIndex((one) => one.row === name)
      return row < 0 ? [] : [{ row, sign }]
    })
    return Array.from({ length: columns }, (_, column): Equation => {
      const constant = signed.reduce(
        (sum, { name, sign }) => sum + sign * (known.get(name)?.[column] ?? 0),
        0,
      )
      return { column, terms, constant, isAtMost, isAtLeast }
    })
  })
}

/**
 * The ways of each open row that no equation rules out by itself; null where a row is left with none. Applied again until
 * nothing changes.
 */
export function narrowed(
  state: readonly (readonly Way[])[],
  equations: readonly Equation[],
): (readonly Way[])[] | null {
  const left = state.slice()
  let waiting = new Set(equations)
  while (waiting.size > 0) {
    const changed = new Set<number>()
    for (const equation of waiting) {
      for (const [row, values] of allowed(left, equation)) {
        const own = left[row] ?? []
        const kept = own.filter(({ counts }) => values.has(counts[equation.column] ?? 0))
        if (kept.length === 0) return null
        if (kept.length < own.length) {
          left[row] = kept
          changed.add(row)
        }
      }
      if (equation.terms.length === 0 && !isLawful(equation, equation.constant)) return null
    }
    waiting = new Set(equations.filter(({ terms }) => terms.some(({ row }) => changed.has(row))))
  }
  return left
}

function isLawful({ isAtMost, isAtLeast }: Equation, sum: number): boolean {
  return (sum <= 0 || isAtLeast) && (sum >= 0 || isAtMost)
}

/** The values that each term may still take in the equation's column, by row. */
function allowed(
  state: readonly (readonly Way[])[],
  equation: Equation,
): Map<number, ReadonlySet<number>> {
  const { column, constant } = equation
  const terms = equation.terms.map(({ row, sign }) => {
    const values = valuesOf(state[row] ?? [], column).map((value) => value * sign)
    return { row, sign, values, min: Math.min(...values), max: Math.max(...values) }
  })
  const fixed = constant + terms.reduce((sum, { min, max }) => sum + (min === max ? min : 0), 0)
  const free = terms.filter(({ min, max }) => min !== max)
  if (free.length === 0) {
    const [first] = terms
    return isLawful(equation, fixed) || !first ? new Map() : new Map([[first.row, new Set()]])
  }
  const low = fixed + free.reduce((sum, { min }) => sum + min, 0)
  const high = fixed + free.reduce((sum, { max }) => sum + max, 0)
  const near = free.map((term) => ({
    ...term,
    values: term.values.filter(
      (value) =>
        (equation.isAtLeast || low - term.min + value <= 0) &&
        (equation.isAtMost || high - term.max + value >= 0),
    ),
  }))
  const kept = equation.isAtMost || equation.isAtLeast ? near : (exact(near, fixed) ?? near)
  return new Map(
    kept.map(({ row, sign, values }) => [row, new Set(values.map((one) => one * sign))]),
  )
}

type Term = {
  readonly row: number
  readonly sign: 1 | -1
  readonly values: readonly number[]
}

/**
 * The values of each term that go together with some of the others to make 0. A set of sums is a number with a bit for
 * each of them. Null where the sums are too far apart.
 */
function exact(terms: readonly Term[], constant: number): Term[] | null {
  const least = terms.map(({ values }) => Math.min(...values))
  const target = -least.reduce((sum, one) => sum + one, constant)
  if (target > MOST_SUMS) return null
  if (!(target >= 0 && Number.isFinite(target)))
    return terms.map((term) => ({ ...term, values: [] }))
  const steps = terms.map(({ values }, i) => values.map((one) => BigInt(one - (least[i] ?? 0))))
  const mask = (1n << BigInt(target + 1)) - 1n
  const reached = [1n]
  for (const own of steps) {
    const before = reached.at(-1) ?? 0n
    reached.push(own.reduce((sums, step) => sums | (before << step), 0n) & mask)
  }
  let wanted = 1n << BigInt(target)
  return terms
    .toReversed()
    .map((term, back): Term => {
      const i = terms.length - 1 - back
      const before = reached[i] ?? 0n
      const own = steps[i] ?? []
      const values = term.values.filter((_, at) => ((before << (own[at] ?? 0n)) & wanted) !== 0n)
      wanted = own.reduce((sums, step) => sums | (wanted >> step), 0n) & before
      return { ...term, values }
    })
    .toReversed()
}

const VALUES = new WeakMap<readonly Way[], (readonly number[])[]>()

/** The different values of a column, remembered for as long as the ways live. */
function valuesOf(ways: readonly Way[], column: number): readonly number[] {
  const own = VALUES.get(ways) ?? []
  VALUES.set(ways, own)
  const known = own[column] ?? [...new Set(ways.map(({ counts }) => counts[column] ?? 0))]
  own[column] = known
  return known
}
