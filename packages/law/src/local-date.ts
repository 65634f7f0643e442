declare const brand: unique symbol

/** A calendar day in China (Asia/Shanghai), `YYYY-MM-DD`: no instant, no zone, no `Date`. Text order is date order. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

const DAY_MS = 86_400_000

// Four-digit year, two-digit month and day: the one spelling that is stored.
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** `text` as a day. Throws a RangeError for another shape and for days that do not exist (2023-02-29). */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`不是有效日期：${text}`)
  return text
}

/** Whether `text` is a day that exists, in the one stored spelling. */
export function isLocalDate(text: string): text is LocalDate {
  return SHAPE.test(text) && toText(Date.parse(text)) === text
}

/** The day `days` calendar days after `date` (before it when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toText(Date.parse(date) + days * DAY_MS) as LocalDate
}

/** The same day `months` months later; where that month is shorter, its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return toText(Date.UTC(year, month - 1 + months, Math.min(day, last))) as LocalDate
}

// UTC+8 without summer time since 1992: the only offset that the days of the Regulation (2008 on) have known.
const CHINA_OFFSET_MS = 8 * 3_600_000

/** The day in China at the instant `epochMs` (milliseconds since 1970, UTC), whatever zone the machine is in. */
export function dayInChina(epochMs: number): LocalDate {
  return toText(epochMs + CHINA_OFFSET_MS) as LocalDate
}

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(date).getUTCDay()
}

/** The calendar year of `date`. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

function toText(ms: number): string {
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10)
}
