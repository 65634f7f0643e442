import { type Candidate, numbers } from './candidates.js'

/** A row of table 三 as the walk left it: read, or open with the ways in which it can be read. */
export type OpenRow = { readonly row: string; readonly ways: readonly Candidate[] }

/** Combinations of open rows that are tried before the columns are given up. */
const MOST_COMBINATIONS = 20_000

/** The rows whose sum is 三（七）: every outcome from 三（一） to 三（六）. */
const OUTCOME = /^三（[一二三四五六]）/

/**
 * What arithmetic can decide of the rows that the print leaves open. `known` holds the numbers of the
 * rows that were read (blank as 0), null for a row that is not there. For each open row: the text of
 * each column on which all lawful solutions agree, `undefined` where they do not.
 */
export function solveRows(
  known: ReadonlyMap<string, readonly number[] | null>,
  open: readonly OpenRow[],
): Map<string, readonly (string | null | undefined)[]> {
  const combinations = open.reduce((product, { ways }) => product * ways.length, 1)
  const narrow = open.map(({ ways }) => ways)
  if (combinations === 0 || combinations > MOST_COMBINATIONS) return agreed(open, narrow)
  const lawful: (readonly Candidate[])[] = []
  visit(open, [], (choice) => {
    const table = new Map(known)
    for (const [i, { row }] of open.entries()) table.set(row, numbers(choice[i] ?? []))
    if (columnsHold(table)) lawful.push(choice)
  })
  if (lawful.length === 0) return agreed(open, narrow)
  return agreed(
    open,
    open.map((_, i) => lawful.map((choice) => choice[i] ?? [])),
  )
}

function visit(
  open: readonly OpenRow[],
  chosen: readonly Candidate[],
  take: (choice: readonly Candidate[]) => void,
): void {
  const next = open[chosen.length]
  if (!next) take(chosen)
  else for (const way of next.ways) visit(open, [...chosen, way], take)
}

/** Both identities of every column: 一 + 二 = 三（七） + 四, and the outcomes add up to 三（七）. */
function columnsHold(table: ReadonlyMap<string, readonly number[] | null>): boolean {
  const row = (name: string, column: number) => table.get(name)?.[column] ?? 0
  if ([...table.values()].some((values) => values === null)) return true
  for (let column = 0; column < 7; column++) {
    const concluded = row('三（七）', column)
    if (row('一', column) + row('二', column) !== concluded + row('四', column)) return false
    let outcomes = 0
    for (const name of table.keys()) if (OUTCOME.test(name)) outcomes += row(name, column)
    if (outcomes !== concluded) return false
  }
  return true
}

function agreed(
  open: readonly OpenRow[],
  ways: readonly (readonly Candidate[])[],
): Map<string, readonly (string | null | undefined)[]> {
  return new Map(
    open.map(({ row }, i) => {
      const [first = [], ...others] = ways[i] ?? []
      const same = first.map((text, column) =>
        others.every((other) => other[column] === text) ? text : undefined,
      )
      return [row, same]
    }),
  )
}
