import type { Completion } from './completions.js'

/** The lawful completions of rows of table three by the number of the row. */
export type Domains = ReadonlyMap<string, readonly Completion[]>

/** What may be added up before the answer is that nobody looked far enough. */
const LIMIT = 200_000

const [RECEIVED, BEFORE, CONCLUDED, AFTER] = ['一', '二', '三（七）', '四'] as const

type Sums = readonly number[]

/**
 * The completions of each row of table three that take part in some completion of the whole table
 * where 三（七） is the sum of the rows of 三 and 一 + 二 = 三（七） + 四, column by column.
 * The two equations share one row only, so each is made consistent once and then again with what
 * the other left: the answer is exact. Undefined where there is too much to add up.
 */
export function supported(domains: Domains): Domains | undefined {
  const balanced = balance(domains)
  const concluded = balanced && summed(new Map([...domains, ...balanced]))
  const again = concluded && balance(new Map([...domains, ...concluded]))
  return again && new Map([...concluded, ...again])
}

function balance(domains: Domains): Domains | undefined {
  const [one, two, seven, four] = [RECEIVED, BEFORE, CONCLUDED, AFTER].map(
    (no) => domains.get(no) ?? [],
  ) as [Completion[], Completion[], Completion[], Completion[]]
  if (one.length * two.length + seven.length * four.length > LIMIT) return undefined
  const left = pairs(one, two)
  const right = pairs(seven, four)
  const pick = (side: typeof left, at: 0 | 1, other: typeof left): Completion[] => [
    ...new Set(
      [...side].flatMap(([key, all]) => (other.has(key) ? all.map((two) => two[at]) : [])),
    ),
  ]
  return new Map([
    [RECEIVED, pick(left, 0, right)],
    [BEFORE, pick(left, 1, right)],
    [CONCLUDED, pick(right, 0, left)],
    [AFTER, pick(right, 1, left)],
  ])
}

function pairs(first: readonly Completion[], second: readonly Completion[]) {
  const found = new Map<string, [Completion, Completion][]>()
  for (const a of first) {
    for (const b of second) {
      const key = plus(a.adds, b.adds).join()
      found.set(key, [...(found.get(key) ?? []), [a, b]])
    }
  }
  return found
}

const plus = (a: Sums, b: Sums): Sums => a.map((value, c) => value + (b[c] ?? 0))

function summed(domains: Domains): Domains | undefined {
  const totals = domains.get(CONCLUDED) ?? []
  const rows = [...domains]
    .filter(([no]) => no.startsWith('三') && no !== CONCLUDED)
    .sort(([, a], [, b]) => a.length - b.length)
  const layers = forward(
    rows.map(([, row]) => row),
    totals,
  )
  const last = layers?.at(-1)
  if (!layers || !last) return undefined
  const possible = totals.filter(({ adds }) => last.has(adds.join()))
  let alive = new Set(possible.map(({ adds }) => adds.join()))
  const left: [string, readonly Completion[]][] = [[CONCLUDED, possible]]
  for (const [at, [no, row]] of [...rows.entries()].reverse()) {
    const begun = new Set<string>()
    const used = new Set<Completion>()
    for (const [key, sum] of layers[at] ?? []) {
      for (const one of row.filter(({ adds }) => alive.has(plus(sum, adds).join()))) {
        begun.add(key)
        used.add(one)
      }
    }
    alive = begun
    left.push([no, [...used]])
  }
  return new Map(left)
}

/** The sums that the first rows can make, row after row, as far as they can still make a total. */
function forward(
  rows: readonly (readonly Completion[])[],
  totals: readonly Completion[],
): ReadonlyMap<string, Sums>[] | undefined {
  const layers: ReadonlyMap<string, Sums>[] = [new Map([[ZERO.join(), ZERO]])]
  for (const [at, row] of rows.entries()) {
    const rest = rows.slice(at + 1)
    const [least, most] = [bound(rest, Math.min), bound(rest, Math.max)]
    const next = new Map<string, Sums>()
    for (const sum of layers.at(-1)?.values() ?? []) {
      for (const { adds } of row) {
        const made = plus(sum, adds)
        const [low, high] = [plus(made, least), plus(made, most)]
        const fits = totals.some((total) => isBetween(total.adds, low, high))
        if (fits) next.set(made.join(), made)
      }
    }
    if (next.size > LIMIT) return undefined
    layers.push(next)
  }
  return layers
}

const ZERO: Sums = [0, 0, 0, 0, 0, 0, 0]

function bound(rows: readonly (readonly Completion[])[], pick: (...all: number[]) => number): Sums {
  return rows
    .map((row) => ZERO.map((_, c) => pick(...row.map(({ adds }) => adds[c] ?? 0))))
    .reduce(plus, ZERO)
}

const isBetween = (sums: Sums, least: Sums, most: Sums): boolean =>
  sums.every((sum, c) => (least[c] ?? 0) <= sum && sum <= (most[c] ?? 0))
