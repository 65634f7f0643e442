import type { Citation } from './citation.js'
import type { Known } from './instruments.js'
import { type LocalDate, localDate, yearOf } from './local-date.js'

/** One value that the law fixes, from the day it took effect, with the words that fixed it. */
export type Provision<T> = {
  readonly from: LocalDate
  readonly value: T
  readonly source: Citation
  /** How the value and its first day are known. */
  readonly known: Known
}

/** Versions of one provision, oldest first. */
export type Timeline<T> = readonly [Provision<T>, ...Provision<T>[]]

/** The version in force on `date`. To ask about a day before the first is a fault: RangeError. */
export function inForce<T>(timeline: Timeline<T>, date: LocalDate): Provision<T> {
  const provision = timeline.findLast(({ from }) => from <= date)
  if (!provision) throw new RangeError(`${date} 早于该规定的最早施行日 ${timeline[0].from}`)
  return provision
}

/** The version for the report on `reportYear`: the one in force on its last day; undefined before the first version. */
export function forReportYear<T>(
  timeline: Timeline<T>,
  reportYear: number,
): Provision<T> | undefined {
  if (reportYear < yearOf(timeline[0].from)) return undefined
  return inForce(timeline, localDate(`${reportYear}-12-31`))
}
