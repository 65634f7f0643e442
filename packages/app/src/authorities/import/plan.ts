import type { LocalDate } from '@gongkai/law'
import type { Actor } from '../../context.js'
import { nameKey } from '../../names/tidy-name.js'
import { allowAt } from '../../rights/allow.js'
import type { Authority, AuthorityDetails, NewAuthority } from '../authority.js'
import { wrongDetails } from '../check-details.js'
import { allDetails, detailsOf, difference, tidy } from '../details.js'
import { creditCodeTaken, sameToTheEye } from '../names.js'
import type { ListRow } from './read-list.js'

/** What a row of the list would do. */
export type PlannedRow = {
  readonly row: number
  readonly name: string
  /** The registered authority that the row is about; null for a new one. */
  readonly present: Authority | null
  /** Above a new one: a registered authority, or another row. */
  readonly parent: { readonly authority: Authority } | { readonly row: number } | null
  readonly details: AuthorityDetails
  readonly errors: readonly string[]
}

export type Register = {
  /** The existing authorities of the region. */
  readonly authorities: readonly Authority[]
  readonly actor: Actor
  readonly today: LocalDate
}

/**
 * What each row of a list would do to the register. A row is about the authority of its credit code, otherwise of its name. Blank
 * cells leave what is registered; names and superiors of registered authorities are changed by use cases of their own.
 */
export function planImport(rows: readonly ListRow[], register: Register): readonly PlannedRow[] {
  const byName = new Map(register.authorities.map((one) => [nameKey(one.name), one]))
  const byCode = new Map(register.authorities.map((one) => [one.creditCode ?? '', one]))
  const rowOfName = new Map(rows.map(({ row, values }) => [nameKey(values.name ?? ''), row]))
  const lookup = { ...register, byName, byCode, rowOfName, repeated: repeatedIn(rows) }
  return refuseCircles(rows.map((row) => planRow(row, lookup)))
}

type Lookup = Register & {
  readonly byName: ReadonlyMap<string, Authority>
  readonly byCode: ReadonlyMap<string, Authority>
  readonly rowOfName: ReadonlyMap<string, number>
  /** Names and credit codes that more than one row has. */
  readonly repeated: ReadonlySet<string>
}

function planRow({ row, values, errors }: ListRow, lookup: Lookup): PlannedRow {
  const { parent: parentName, ...given } = values
  const present =
    lookup.byCode.get(given.creditCode ?? '-') ??
    lookup.byName.get(nameKey(given.name ?? '')) ??
    null
  const name = given.name ?? present?.name ?? ''
  const details = present
    ? tidy({ ...detailsOf(present), ...(given as Partial<AuthorityDetails>) })
    : allDetails({ name: '', kind: 'other', level: 'county', ...given } as NewAuthority)
  const planned = { row, name, present, parent: parentOf(present, parentName, lookup), details }
  const more = [
    ...repeats(planned, lookup.repeated),
    ...(present ? wrongPresent(planned, parentName, lookup) : wrongNew(planned, values, lookup)),
    ...wrongDetails(details, lookup.today),
  ]
  return { ...planned, errors: [...errors, ...more] }
}

type Draft = Omit<PlannedRow, 'errors'>

function parentOf(present: Authority | null, name: string | undefined, lookup: Lookup) {
  if (present || !name) return null
  const authority = lookup.byName.get(nameKey(name))
  if (authority) return { authority }
  const row = lookup.rowOfName.get(nameKey(name))
  return row === undefined ? null : { row }
}

function wrongPresent(
  { name, present, details }: Draft,
  parentName: string | undefined,
  { authorities, actor }: Lookup,
): readonly string[] {
  if (!present) return []
  const errors: string[] = []
  if (name !== present.name) {
    errors.push(
      nameKey(name) === nameKey(present.name)
        ? sameToTheEye(present.name)
        : `${creditCodeTaken(present.name)}更名请在该机关的页面登记，不能通过导入更改名称。`,
    )
  }
  const above = authorities.find(({ id }) => id === present.parentId)
  if (parentName && nameKey(parentName) !== nameKey(above?.name ?? '')) {
    const registered = above ? `登记的上级机关是“${above.name}”` : '该机关没有上级机关'
    errors.push(`${registered}，与本行不一致。划转请在该机关的页面登记，不能通过导入更改。`)
  }
  const isChanged = difference(present, details).keys.length > 0
  const allowed = allowAt(actor, 'authority.change', present)
  return isChanged && !allowed.ok ? [...errors, allowed.refusal.message] : errors
}

function wrongNew(
  { parent }: Draft,
  { parent: parentName, kind, level }: ListRow['values'],
  { actor }: Lookup,
): readonly string[] {
  const errors: string[] = []
  if (!kind) errors.push('类型没有填写。')
  if (!level) errors.push('层级没有填写。')
  if (!parentName) errors.push('上级机关没有填写。')
  else if (!parent) {
    errors.push(`没有名为“${parentName}”的机关。请填写上级机关的全称，或者在本表中增加该机关。`)
  }
  const allowed =
    parent && 'authority' in parent && allowAt(actor, 'authority.add', parent.authority)
  return allowed && !allowed.ok ? [...errors, allowed.refusal.message] : errors
}

function repeatedIn(rows: readonly ListRow[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { values } of rows) {
    for (const value of [values.name, values.creditCode]) {
      const key = nameKey(value ?? '')
      if (seen.has(key)) repeated.add(key)
      if (key) seen.add(key)
    }
  }
  return repeated
}

function repeats({ name, details }: Draft, repeated: ReadonlySet<string>): readonly string[] {
  const found = [name, details.creditCode ?? ''].filter((value) => repeated.has(nameKey(value)))
  return found.map((value) => `“${value}”在本表中不止一行。请只保留一行。`)
}

/** Rows whose chain of superiors in the list never ends in the register. */
function refuseCircles(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  const byRow = new Map(rows.map((one) => [one.row, one]))
  return rows.map((one) => {
    let above = one
    for (let steps = 0; steps <= rows.length; steps++) {
      const next = above.parent && 'row' in above.parent ? byRow.get(above.parent.row) : undefined
      if (!next || next.present) return one
      above = next
    }
    const circle = '上级机关在本表中互为上下级。请更正“上级机关”一列。'
    return { ...one, errors: [...one.errors, circle] }
  })
}
