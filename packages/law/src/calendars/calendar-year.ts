import type { Known } from '../instruments.js'
import { type LocalDate, localDate } from '../local-date.js'

/** What the State Council's notice for one year, with its later changes, rules. Days of late December before may be among them. */
export type CalendarYear = {
  readonly year: number
  /** The numbers of the notice and of the notices that changed it. */
  readonly notice: string
  /** `seen`: the days were compared with the notice's own words; `memory`: with a second list only. */
  readonly known: Known
  /** Weekdays off. */
  readonly off: readonly LocalDate[]
  /** Saturdays and Sundays worked. */
  readonly on: readonly LocalDate[]
}

/** The days of `text`, separated by blanks. Throws a RangeError for a day that does not exist. */
export function days(text: string): readonly LocalDate[] {
  return text.split(/\s+/).filter(Boolean).map(localDate)
}
