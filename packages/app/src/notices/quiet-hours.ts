/** When no mail goes out: times of day in China, `HH:MM`; from and until the same is never. */
export type QuietHours = { readonly since: string; readonly until: string }

export const QUIET_HOURS: QuietHours = { since: '21:00', until: '07:00' }

const MINUTE = 60_000
const DAY = 24 * 60
/** China keeps no summer time since 1991. */
const AHEAD = 8 * 60

/** When a mail that is ready at `at` goes out: at once, or at the end of the quiet hours. */
export function mailTime(at: Date, { since, until }: QuietHours): Date {
  const [from, to] = [minuteOf(since), minuteOf(until)]
  const local = Math.floor(at.getTime() / MINUTE) + AHEAD
  const minute = local % DAY
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return at
  const morning = local - minute + to + (minute < to ? 0 : DAY)
  return new Date((morning - AHEAD) * MINUTE)
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
