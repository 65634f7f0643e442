import { createHash } from 'node:crypto'
import type { AuthorityDetails } from '../authority.js'
import { DETAIL_LABELS } from '../authority.js'
import { difference } from '../details.js'
import type { PlannedRow } from './plan.js'
import type { List } from './read-list.js'

export type Outcome = 'added' | 'changed' | 'unchanged' | 'wrong'

/** A row of the list and what comes of it. */
type PreviewRow = {
  /** Its number in the sheet. */
  readonly row: number
  readonly name: string
  readonly outcome: Outcome
  /** What is wrong and what to do, one sentence each. */
  readonly errors: readonly string[]
  /** What is changed of a registered authority. */
  readonly changes: readonly Change[]
}

type Change = {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

export type Preview = {
  /** Stands for all that the import would do; it is given back to have it done. */
  readonly digest: string
  readonly rows: readonly PreviewRow[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** Headings of columns that are not taken. */
  readonly ignored: readonly string[]
  /** Numbers of rows that are examples of the template, and are not taken. */
  readonly examples: readonly number[]
}

/** What a person sees of a plan before it is carried out. */
export function toPreview(
  plan: readonly PlannedRow[],
  { ignored, examples }: Pick<List, 'ignored' | 'examples'>,
): Preview {
  const rows = plan.map(toRow)
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  const counts = {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    wrong: count('wrong'),
  }
  return { digest: digestOf(plan), rows, counts, ignored, examples }
}

/** What comes of a row. */
export function outcomeOf({ errors, present, details }: PlannedRow): Outcome {
  if (errors.length > 0) return 'wrong'
  if (!present) return 'added'
  return difference(present, details).keys.length > 0 ? 'changed' : 'unchanged'
}

function toRow(planned: PlannedRow): PreviewRow {
  const { row, name, errors } = planned
  const outcome = outcomeOf(planned)
  return { row, name, outcome, errors, changes: outcome === 'changed' ? changesOf(planned) : [] }
}

function changesOf({ present, details }: PlannedRow): readonly Change[] {
  if (!present) return []
  const before: AuthorityDetails = present
  return difference(before, details).keys.map((key) => ({
    label: DETAIL_LABELS[key],
    before: before[key],
    after: details[key],
  }))
}

/** The version of what is registered goes in: the same list over another register is another import. */
function digestOf(plan: readonly PlannedRow[]): string {
  const values = plan.map(({ row, present, parent, details, errors }) => [
    row,
    present && [present.id, present.version],
    parent && ('row' in parent ? parent.row : parent.authority.id),
    details,
    errors,
  ])
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}
