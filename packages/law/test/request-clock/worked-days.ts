import { createRequire } from 'node:module'
import { addDays, type LocalDate, weekday } from '@gongkai/law'

type DayLists = {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

/** The days of the package `chinese-days`, 2004 to 2026; beyond them the plain week. */
const { holidays, workdays }: DayLists = createRequire(import.meta.url)(
  'chinese-days/dist/chinese-days.json',
)

const nextDays = new Map<LocalDate, LocalDate>()

/** The day after `day`. */
export function dayAfter(day: LocalDate): LocalDate {
  const next = nextDays.get(day) ?? addDays(day, 1)
  nextDays.set(day, next)
  return next
}

/** Whether `day` is worked. */
export function isWorked(day: LocalDate): boolean {
  return day in workdays || (!(day in holidays) && weekday(day) % 6 !== 0)
}

/** The `count`th working day after `day`. */
export function workedDayAfter(day: LocalDate, count: number): LocalDate {
  let date = day
  for (let left = count; left > 0; ) {
    date = dayAfter(date)
    if (isWorked(date)) left -= 1
  }
  return date
}
