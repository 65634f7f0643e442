import type { LocalDate } from '@gongkai/law'

/** So many days before the due date, and after it (less than 0), those who have not handed in are reminded. */
const MILESTONES = [30, 7, 1, -1, -7] as const

/** What could not run on its day is made up for within so many days: later it would come close to the next. */
const MADE_UP_FOR = 2

const DAY_MS = 86_400_000

/** The milestone that is reached today, or was within the last two days, and how many days are left; null where none is. */
export function reachedToday(
  dueOn: LocalDate,
  day: LocalDate,
): { readonly milestone: number; readonly left: number } | null {
  const left = Math.round((Date.parse(dueOn) - Date.parse(day)) / DAY_MS)
  const milestone = MILESTONES.findLast((one) => left <= one && one - left <= MADE_UP_FOR)
  return milestone === undefined ? null : { milestone, left }
}
