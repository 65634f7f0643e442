import { type Candidate, numbers } from './candidates.js'

/** A row of table 三 that the print leaves open, with the ways in which it can be read. */
export type OpenRow = { readonly row: string; readonly ways: readonly Candidate[] }

/** The numbers of the rows that were read, blank as 0; null for a row of which not all is known. */
export type KnownRows = ReadonlyMap<string, readonly number[] | null>

/** Combinations of open rows that are tried before the columns are given up. */
const MOST_COMBINATIONS = 20_000

/** The rows whose sum is 三（七）: every outcome from 三（一） to 三（六）. */
const OUTCOME = /^三（[一二三四五六]）/

/** The other rows in the order in which the columns' sums can settle them. */
const SETTLED = ['三（七）', '四', '二', '一']

/**
 * The ways to read each open row that go together with one of those of the others so that the sums of
 * every column hold; all its ways where no combination is lawful or there are too many to try.
 */
export function solveRows(
  known: KnownRows,
  open: readonly OpenRow[],
): Map<string, readonly Candidate[]> {
  const ordered = open.toSorted((a, b) => SETTLED.indexOf(a.row) - SETTLED.indexOf(b.row))
  const isKnown = ![...known.values()].includes(null)
  const lawful =
    isKnown && combinations(ordered) <= MOST_COMBINATIONS ? choices(known, ordered) : []
  return new Map(
    ordered.map(({ row, ways }, i) => [
      row,
      lawful.length > 0 ? lawful.map((choice) => choice[i] ?? []) : ways,
    ]),
  )
}

/** How many combinations are tried: 三（七） and the last row follow from the others. */
function combinations(open: readonly OpenRow[]): number {
  const free = open.filter(
    ({ row }, i) => row !== '三（七）' && (OUTCOME.test(row) || i < open.length - 1),
  )
  return free.reduce((product, { ways }) => product * ways.length, 1)
}

/** A way for each open row, in their order. */
type Choice = readonly Candidate[]

function choices(known: KnownRows, open: readonly OpenRow[]): Choice[] {
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
      const isWrong = next.row === '三（七）' && !outcomesHold(table)
      if (!isWrong) choose([...choice, way])
    }
  }
  choose([])
  return lawful
}

/** Both identities of every column: 一 + 二 = 三（七） + 四, and the outcomes add up to 三（七）. */
function columnsHold(table: KnownRows): boolean {
  const value = (name: string, column: number) => table.get(name)?.[column] ?? 0
  const isBalanced = [...(table.get('一')?.keys() ?? [])].every(
    (column) =>
      value('一', column) + value('二', column) === value('三（七）', column) + value('四', column),
  )
  return isBalanced && outcomesHold(table)
}

function outcomesHold(table: KnownRows): boolean {
  const outcomes = [...table].flatMap(([name, values]) =>
    OUTCOME.test(name) && values ? [values] : [],
  )
  return (table.get('三（七）') ?? []).every(
    (concluded, column) =>
      outcomes.reduce((sum, values) => sum + (values[column] ?? 0), 0) === concluded,
  )
}
