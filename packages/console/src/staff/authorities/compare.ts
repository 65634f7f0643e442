import type { Authority } from '@gongkai/web'
import type { Refused } from '../api/call.js'
import type { Conflict } from '../form/conflict-dialog.js'
import { DETAIL_KEYS, DETAIL_LABELS, detailText } from '../words/authority-words.js'
import type { DetailValues } from './detail-fields.js'

/**
 * What somebody filled in beside what is registered now of this authority, line by line where the two differ. Null where the refusal does
 * not say what is registered now, or says it of another authority.
 */
export function compareDetails(
  { message, present: given }: Refused,
  before: Authority,
  mine: Partial<DetailValues>,
): Conflict | null {
  if (typeof given !== 'object' || given === null) return null
  const present = given as Authority
  if (present.id !== before.id) return null
  const rows = DETAIL_KEYS.map((key) => ({
    label: DETAIL_LABELS[key],
    mine: detailText(key, mine[key]?.trim() ?? before[key]),
    theirs: detailText(key, present[key]),
  })).filter((row) => row.mine !== row.theirs)
  return { message, version: present.version, rows }
}
