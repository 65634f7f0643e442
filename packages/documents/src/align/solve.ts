import { type Candidate, numbers } from './candidates.js'

/** A row of table 三 that the print leaves open, with the ways in which it can be read. */
export type OpenRow = { readonly row: string; readonly ways: readonly Candidate[] }

/** The numbers of the rows that were read, blank as 0; null for a row of which not all is known. */
export type KnownRows = ReadonlyMap<string, readonly number[] | null>

/** Combinations of open rows that are tried before the columns are given up. */
const MOST_COMBINATIONS = 20_000

/** The rows whose sum is 三（七）: every outcome from 三（一） to 三（六）. */
const OUTCOME = /^三（[一二三四五六]）/

/**
 * The ways to read each open row that go together with one of those of the others so that the sums of
 * every column hold; all its ways where no combination is lawful or there are too many to try.
 */
export function solveRows(
  known: KnownRows,
  open: readonly OpenRow[],
): Map<string, readonly Candidate[]> {
  const combinations = open.reduce((product, { ways }) => product * ways.length, 1)
  const isKnown = ![...known.values()].includes(null)
  const lawful = isKnown && combinations <= MOST_COMBINATIONS ? lawfulChoices(known, open) : []
  return new Map(
    open.map(({ row, ways }, i) => [
      row,
      lawful.length > 0 ? lawful.map((choice) => choice[i] ?? []) : ways,
    ]),
  )
}

/** A way for each open row, in their order. */
type Choice = readonly Candidate[]

function lawfulChoices(known: KnownRows, open: readonly OpenRow[]): Choice[] {
  const lawful: Choice[] = []
  const table = new Map(known)
  const choose = (choice: Choice): void => {
    const next = open[choice.length]
    if (!next) {
      if (columnsHold(table)) lawful.push(choice)
      return
    }
    for (const way of next.ways) {
      table.set(next.row, numbers(way))
      choose([...choice, way])
    }
  }
  choose([])
  return lawful
}

/** Both identities of every column: 一 + 二 = 三（七） + 四, and the outcomes add up to 三（七）. */
function columnsHold(table: KnownRows): boolean {
  const value = (name: string, column: number) => table.get(name)?.[column] ?? 0
  const outcomes = [...table.keys()].filter((name) => OUTCOME.test(name))
  const columns = table.get('一')?.keys() ?? []
  for (const column of columns) {
    const concluded = value('三（七）', column)
    if (value('一', column) + value('二', column) !== concluded + value('四', column)) return false
    if (outcomes.reduce((sum, name) => sum + value(name, column), 0) !== concluded) return false
  }
  return true
}
