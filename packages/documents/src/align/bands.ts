import { type Steps, worth } from './cuts.js'
import { LAST_IS_SUM } from './row-law.js'
import { isCells, isFull, type Way, wayOf, waysApart, waysRunTogether } from './ways.js'

/** Bands of 表四 and the shape of each. */
const BANDS = [0, 1, 2]
const SHAPE = { columns: 5, law: LAST_IS_SUM, isChange: () => false }

/** A row of more characters is no reading any more. */
const LONGEST = 75

/** So many steps are taken over all places where a band may end. */
const MOST_STEPS = 300_000

/** Nothing between two bands is a band of blanks. */
const BLANK = wayOf(Array<null>(SHAPE.columns).fill(null))

/** The ways to read what stands from one place of a row to another as one band. */
type Spans = (from: number, to: number) => readonly Way[]

/**
 * All ways to read each band of five, closed by its own total, that leave ways for the other two. `tokens` are digits
 * and marks as in `waysOf`. Null when they cannot be read in any way, or in too many. Where every cell can be filled,
 * zeros or marks among them, nothing is taken for blank: the row prints its zeros.
 */
export function waysOfBands(tokens: readonly string[]): readonly (readonly Way[])[] | null {
  if (tokens.length === 0 || !tokens.every(isCells) || tokens.join('').length > LONGEST) return null
  return (tokens.length > 1 && byToken(tokens)) || byCharacter(tokens)
}

function byToken(tokens: readonly string[]): readonly (readonly Way[])[] | null {
  return bandsIn(tokens.length, (from, to) => waysApart(tokens.slice(from, to), SHAPE))
}

/** Where tokens are to be cut themselves they still part their digits. */
function byCharacter(tokens: readonly string[]): readonly (readonly Way[])[] | null {
  const characters = tokens.flatMap((token, i) => [...token].map((one) => ({ one, token: i })))
  const steps: Steps = { left: MOST_STEPS }
  return bandsIn(characters.length, (from, to) => {
    const runs = Map.groupBy(characters.slice(from, to), ({ token }) => token)
    const pieces = [...runs.values()].map((run) => run.map(({ one }) => one).join(''))
    return waysRunTogether(pieces, SHAPE, steps)
  })
}

function bandsIn(
  length: number,
  find: (from: number, to: number) => readonly Way[] | null,
): readonly (readonly Way[])[] | null {
  const found = new Map<string, readonly Way[]>()
  let isLost = false
  const spans: Spans = (from, to) => {
    const key = `${from}-${to}`
    const ways = found.get(key) ?? (from === to ? [BLANK] : find(from, to))
    if (!ways) isLost = true
    found.set(key, ways ?? [])
    return ways ?? []
  }
  const any = bandsAlong(length, spans)
  if (isLost || !any) return null
  const full = bandsAlong(length, (from, to) => spans(from, to).filter(isFull))
  return full?.flat().some(printsNothing) ? full : any
}

/** Whether a 0 or a mark is printed. */
function printsNothing({ texts }: Way): boolean {
  return texts.some((text) => text && worth(text) === 0)
}

/** The ways of each band on some path from the row's start to its end. */
function bandsAlong(length: number, spans: Spans): Way[][] | null {
  const places = Array.from({ length: length + 1 }, (_, at) => at)
  const starts: number[][] = [[0]]
  for (const band of BANDS) {
    const from = starts[band] ?? []
    starts.push(places.filter((to) => from.some((at) => at <= to && spans(at, to).length > 0)))
  }
  if (!starts[BANDS.length]?.includes(length)) return null
  let ends = [length]
  const bands: Way[][] = []
  for (const band of BANDS.toReversed()) {
    const own = (starts[band] ?? []).flatMap((from) =>
      ends.flatMap((to) => (from <= to && spans(from, to).length > 0 ? [[from, to] as const] : [])),
    )
    bands.unshift(own.flatMap(([from, to]) => spans(from, to)))
    ends = [...new Set(own.map(([from]) => from))]
  }
  return bands
}
