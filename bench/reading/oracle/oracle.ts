import type { LossyRow, Truth } from '../../generator/model.js'
import {
  type Completion,
  chainedOutcomes,
  type Outcomes,
  printedOutcomes,
  summedBlock,
  union,
} from './completions.js'
import { obeysSums } from './obeys.js'
import { type ColumnKind, outcomeOf, type Strip, stripOf } from './strip.js'
import { supported } from './supported.js'

/** What settles a cell: the print, the sum of its row, or the sums of the whole table. */
export type Reason = 'print' | 'row' | 'table'

/** Whether a cell can be known from what is printed, and by what; or whether nobody looked that far. */
export type Verdict =
  | { readonly is: 'knowable'; readonly by: Reason }
  | { readonly is: 'unknowable' | 'undetermined' }

/** What each row may be after the print, after its own sum, after all sums; where sums are in force. */
type Stages = {
  readonly print: Outcomes
  readonly row?: Outcomes
  /** `beyond` where there was too much to add up. */
  readonly table?: Outcomes | 'beyond'
}

const UNKNOWABLE: Verdict = { is: 'unknowable' }

/** The key of a cell of the form. */
export function keyOf(cell: { table: string; row: string; column: string }): string {
  return `${cell.table}|${cell.row}|${cell.column}`
}

/**
 * Which cells of the rows that a document no longer keeps apart can be known, by `keyOf`.
 * A cell is knowable when all lawful completions give it the state and value of the truth. The sums
 * of a table count only where the truth obeys all of them: whoever holds a report with a wrong sum
 * does not know which sum is wrong, so there only the print decides.
 */
export function judge(truth: Truth, rows: readonly LossyRow[]): ReadonlyMap<string, Verdict> {
  const cells = new Map(truth.cells.map((cell) => [keyOf(cell), cell]))
  const known = rows.map((row) => ({ row, strip: stripOf(row.print) }))
  const table = requestsTable(truth, known)
  return new Map(
    known.flatMap(({ row, strip }) => {
      const keys = row.cells.map((place) => keyOf({ table: row.table, ...place }))
      const right = keys.map((key) => outcomeOf(cells.get(key) ?? NOTHING))
      const stages = stagesOf(truth, row, strip, table)
      const isLawful = right.every((outcome, c) => stages.print[c]?.has(outcome))
      return keys.map(
        (key, c) => [key, isLawful ? verdict(stages, right[c] ?? '', c) : UNKNOWABLE] as const,
      )
    }),
  )
}

const NOTHING = { state: 'blank', value: null }

function verdict(stages: Stages, right: string, c: number): Verdict {
  for (const by of ['print', 'row', 'table'] as const) {
    const outcomes = stages[by]
    if (outcomes === 'beyond') return { is: 'undetermined' }
    const all = outcomes?.[c]
    if (all?.size === 1 && all.has(right)) return { is: 'knowable', by }
  }
  return UNKNOWABLE
}

type Known = { readonly row: LossyRow; readonly strip: Strip }

/** The completions of the rows of table three, each by its sum and those that agree with the others. */
type RequestsTable = {
  readonly own: ReadonlyMap<string, readonly Completion[]>
  readonly agreed: ReadonlyMap<string, readonly Completion[]> | undefined
}

function requestsTable(truth: Truth, known: readonly Known[]): RequestsTable | undefined {
  if (!obeysSums(truth, 'requests')) return undefined
  const own = new Map(
    known
      .filter(({ row }) => row.table === 'requests')
      .map(({ row, strip }) => [
        row.cells[0]?.row ?? '',
        [...(summedBlock(strip, 0, row.cells.length).get(strip.end)?.values() ?? [])],
      ]),
  )
  return { own, agreed: supported(own) }
}

function stagesOf(
  truth: Truth,
  row: LossyRow,
  strip: Strip,
  table: RequestsTable | undefined,
): Stages {
  const print = printedOutcomes(
    strip,
    row.cells.map(({ column }) => kindOf(column)),
  )
  if (row.table === 'remedies' && obeysSums(truth, 'remedies'))
    return { print, row: chainedOutcomes(strip, row.cells.length / 5, 5) }
  if (row.table !== 'requests' || !table) return { print }
  const no = row.cells[0]?.row ?? ''
  const width = row.cells.length
  const agreed = table.agreed && union(table.agreed.get(no) ?? [], width)
  return { print, row: union(table.own.get(no) ?? [], width), table: agreed ?? 'beyond' }
}

const kindOf = (column: string): ColumnKind =>
  column === '本年增/减' ? 'change' : column.includes('金额') ? 'amount' : 'count'
