import type { CalendarYear } from './calendars/calendar-year.js'
import { CALENDAR_YEARS } from './calendars/index.js'
import { addDays, type LocalDate, localDate, weekday } from './local-date.js'

/**
 * Working days: Monday to Friday, less the weekdays that a notice declares off (放假), plus the weekend days that it
 * declares worked in exchange (调休上班). Of each such day the calendar knows the notice.
 */
export type WorkCalendar = {
  readonly off: ReadonlyMap<LocalDate, string>
  readonly on: ReadonlyMap<LocalDate, string>
  /** Outside these days no notice is held: weekdays count as worked, and the answer is provisional. */
  readonly settledFrom: LocalDate
  readonly settledThrough: LocalDate
}

/** A notice of a new year or of a region, laid over a calendar: its days win over the ones below. */
export type CalendarOverlay = {
  /** As it is to be named in explanations: `国办发明电〔2025〕7号`. */
  readonly notice: string
  readonly off: readonly LocalDate[]
  readonly on: readonly LocalDate[]
  /** The last day that is settled with it, where it settles a new year. */
  readonly settledThrough?: LocalDate
}

/** A day reached by counting; provisional when it lies beyond the notices that are held. */
export type CountedDay = { readonly date: LocalDate; readonly provisional: boolean }

/** One day of a period: whether it counts, and why, in words for the file. */
export type ExplainedDay = {
  readonly date: LocalDate
  readonly counted: boolean
  readonly why: string
}

/**
 * A notice also rules on the last days of December before its year: so far from the 29th on (2007, 2018).
 * So the last year held is settled through the 28th only.
 */
const LAST_SETTLED_DAY = '12-28'

/** The national calendar of the State Council's notices, 2008 to the last year held. */
export const NATIONAL_CALENDAR: WorkCalendar = calendarOf(CALENDAR_YEARS)

/** A calendar from notices, oldest first. */
export function calendarOf(years: readonly CalendarYear[]): WorkCalendar {
  const first = Math.min(...years.map(({ year }) => year))
  const last = Math.max(...years.map(({ year }) => year))
  return {
    off: new Map(years.flatMap(({ off, notice }) => off.map((date) => [date, notice]))),
    on: new Map(years.flatMap(({ on, notice }) => on.map((date) => [date, notice]))),
    settledFrom: localDate(`${first}-01-01`),
    settledThrough: localDate(`${last}-${LAST_SETTLED_DAY}`),
  }
}

/** `calendar` with the days of `overlay` put over it; `calendar` stays as it is. */
export function withOverlay(calendar: WorkCalendar, overlay: CalendarOverlay): WorkCalendar {
  const { notice, settledThrough = calendar.settledThrough } = overlay
  return {
    ...calendar,
    off: laidOver(calendar.off, overlay.off, overlay.on, notice),
    on: laidOver(calendar.on, overlay.on, overlay.off, notice),
    settledThrough:
      settledThrough > calendar.settledThrough ? settledThrough : calendar.settledThrough,
  }
}

/** Whether `date` is a working day by the notices, or by the plain week where none is held. */
export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  if (calendar.on.has(date)) return true
  return !calendar.off.has(date) && !isWeekend(date)
}

/** `date` itself where it is worked, else the first working day after it: a period that ends on a holiday ends then (民法典第二百零三条). */
export function onWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = date
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

/** Whether no notice is held for `date`. */
export function isProvisional(calendar: WorkCalendar, date: LocalDate): boolean {
  return date < calendar.settledFrom || date > calendar.settledThrough
}

/**
 * The last day of a period of `count` working days that starts on `from`.
 * 开始的当日不计入，自下一日开始计算（《民法典》第二百零一条）. `count` is a whole number from 0 on, else RangeError.
 */
export function addWorkingDays(calendar: WorkCalendar, from: LocalDate, count: number): CountedDay {
  const date = explain(calendar, from, count).at(-1)?.date ?? from
  return { date, provisional: isProvisional(calendar, date) || from < calendar.settledFrom }
}

/** The working days after `from` up to and including `through`; 0 when `through` is not after `from`. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  from: LocalDate,
  through: LocalDate,
): number {
  let count = 0
  for (let date = addDays(from, 1); date <= through; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1
  }
  return count
}

/** The period of {@link addWorkingDays} day by day, from `from` (not counted) to the due date, each day with its reason. */
export function explain(
  calendar: WorkCalendar,
  from: LocalDate,
  count: number,
): readonly ExplainedDay[] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`工作日数应为非负整数：${count}`)
  const days: ExplainedDay[] = [{ date: from, counted: false, why: '起算当日不计入' }]
  for (let left = count, date = addDays(from, 1); left > 0; date = addDays(date, 1)) {
    const counted = isWorkingDay(calendar, date)
    days.push({ date, counted, why: whyWorked(calendar, date) })
    if (counted) left -= 1
  }
  return days
}

const WEEKDAYS = '日一二三四五六'

/** Why `date` counts as worked or not, in words for the file; names the notice that says so. */
export function whyWorked(calendar: WorkCalendar, date: LocalDate): string {
  const onBy = calendar.on.get(date)
  const offBy = calendar.off.get(date)
  const day = `星期${WEEKDAYS[weekday(date)]}`
  if (onBy !== undefined) return `${day}，上班（${onBy}）`
  if (offBy !== undefined) return `${day}，放假（${offBy}）`
  const doubt = isProvisional(calendar, date) ? '，放假安排尚未收录，暂按平常周计算' : ''
  return `${day}，${isWeekend(date) ? '休息' : '工作日'}${doubt}`
}

function isWeekend(date: LocalDate): boolean {
  return weekday(date) === 0 || weekday(date) === 6
}

function laidOver(
  below: ReadonlyMap<LocalDate, string>,
  added: readonly LocalDate[],
  removed: readonly LocalDate[],
  notice: string,
): ReadonlyMap<LocalDate, string> {
  const kept = [...below].filter(([date]) => !removed.includes(date))
  return new Map([...kept, ...added.map((date) => [date, notice] as const)])
}
