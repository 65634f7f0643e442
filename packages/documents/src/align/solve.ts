import { type Equation, equationsOf, type KnownRows, narrowed } from './equations.js'
import type { Way } from './ways.js'

/** A row of table 三 that the print leaves open, with the ways in which it can be read. */
export type OpenRow = { readonly row: string; readonly ways: readonly Way[] }

/** The ways that are left to each open row. */
type State = readonly (readonly Way[])[]

/** So often the equations are held against the ways before what is still open is given up. */
const MOST_ROUNDS = 1500

/**
 * The ways to read each open row that go together with some of those of the other rows so that the sums of every column hold.
 * What all of them agree on is certain; where the search is given up they are too many, never too few. All ways of
 * a row where the printed sums contradict each other.
 */
export function solveRows(known: KnownRows, open: readonly OpenRow[]): (readonly Way[])[] {
  const all = open.map(({ ways }) => ways)
  const search: Search = { equations: equationsOf(known, open), rounds: MOST_ROUNDS, met: [] }
  const first = narrowed(all, search.equations)
  if (!first) return all
  const choice = solution(first, search)
  if (choice === null) return all
  return choice === GIVEN_UP ? [...first] : withoutImpossible(first, choice, search)
}

type Search = {
  readonly equations: readonly Equation[]
  rounds: number
  /** The ways of each open row that some solution takes. */
  readonly met: Set<Way>[]
}

const GIVEN_UP = 'given up'

/** A way for each row. */
type Choice = readonly Way[]

/** Cell by cell: is there a solution in which something else is printed there? */
function withoutImpossible(state: State, choice: Choice, search: Search): (readonly Way[])[] {
  const left = state.slice()
  choice.forEach((way, row) => {
    way.texts.forEach((text, column) => {
      const ways = left[row] ?? []
      const differs = (one: Way) => one.texts[column] !== text
      if (text === undefined || !ways.some(differs)) return
      if ([...(search.met[row] ?? [])].some(differs)) return
      const others = narrowed(left.with(row, ways.filter(differs)), search.equations)
      if (others && solution(others, search) !== null) return
      const same = ways.filter((one) => !differs(one))
      const rest = narrowed(left.with(row, same), search.equations)
      rest?.forEach((one, i) => {
        left[i] = one
      })
    })
  })
  return left
}

/** A way for each row so that all sums hold; null where there is none. */
function solution(state: State, search: Search): Choice | typeof GIVEN_UP | null {
  const row = tightest(state)
  if (row < 0) {
    const choice = state.flatMap((ways) => ways.slice(0, 1))
    choice.forEach((way, i) => {
      search.met[i] = (search.met[i] ?? new Set()).add(way)
    })
    return choice
  }
  const ways = state[row] ?? []
  const met = search.met[row] ?? new Set()
  for (const way of [
    ...ways.filter((one) => !met.has(one)),
    ...ways.filter((one) => met.has(one)),
  ]) {
    if (--search.rounds < 0) return GIVEN_UP
    const next = narrowed(state.with(row, [way]), search.equations)
    const found = next && solution(next, search)
    if (found) return found
  }
  return null
}

/** The open row with the fewest ways. */
function tightest(state: State): number {
  let best = -1
  state.forEach(({ length }, row) => {
    if (length > 1 && (best < 0 || length < (state[best]?.length ?? 0))) best = row
  })
  return best
}
