import type { LocalDate } from '@gongkai/law'

const DAY_MS = 86_400_000

/** Calendar days by which `day` is after the due date; 0 where it is not. */
export function daysLate(dueOn: LocalDate, day: LocalDate): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(dueOn)) / DAY_MS))
}
