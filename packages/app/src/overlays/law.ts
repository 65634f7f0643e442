import {
  CALENDAR_YEARS,
  type CalendarYear,
  calendarOf,
  type LocalDate,
  type LocalDuty,
  localDate,
  type MonthDays,
  NATIONAL_CALENDAR,
  REEVALUATION_PERIOD,
  REMEDY_CHOICE,
  REPORT_DUTIES,
  REQUEST_RETENTION,
  type ReevaluationPeriod,
  type RemedyChoice,
  type Retention,
  type Timeline,
  type WorkCalendar,
  withOverlay,
  yearOf,
} from '@gongkai/law'
import { type CorrectedCitations, citationsWith } from './cited.js'
import { YES } from './law-value.js'
import { type LocalDueDay, noticeOf, type ProposedOverlay, type SettledValue } from './overlay.js'

/** The law's data as they stand in a region: what came with the program, and the overlays that were approved over it. */
export type Law = {
  readonly calendar: WorkCalendar
  /** Earlier days to publish reports by, beside those that a collection has of its own. */
  readonly localDuties: readonly LocalDuty[]
  /** The statutory days to publish reports by. */
  readonly duties: Timeline<MonthDays>
  /** How long what is personal in requests is kept. */
  readonly retention: Timeline<Retention>
  /** How often what was refused is looked at again. */
  readonly reevaluation: Timeline<ReevaluationPeriod>
  /** Which grounds go to reconsideration first where practice is divided. */
  readonly remedies: RemedyChoice
  /** What the rules of checking cite otherwise than they came with the program. */
  readonly citations: CorrectedCitations
}

/** What came with the program. */
export const PLAIN_LAW: Law = {
  calendar: NATIONAL_CALENDAR,
  localDuties: [],
  duties: REPORT_DUTIES,
  retention: REQUEST_RETENTION,
  reevaluation: REEVALUATION_PERIOD,
  remedies: REMEDY_CHOICE[0].value,
  citations: new Map(),
}

/** The law with approved overlays over it, in the order in which they were approved: of two on one day the later wins. */
export function layOver(overlays: readonly ProposedOverlay[]): Law {
  const contents = overlays.map(({ content }) => content)
  const values = contents.filter((one) => one.kind === 'value')
  return {
    calendar: calendarWith(overlays, values),
    duties: dutiesWith(values),
    retention: retentionWith(values),
    reevaluation: reevaluationWith(values),
    remedies: remediesWith(values),
    citations: citationsWith(values),
    localDuties: overlays.flatMap(({ content, source }) =>
      content.kind === 'localDuty' ? [localDutyOf(content, noticeOf(source))] : [],
    ),
  }
}

/** The last days of December are ruled by the next notice (ADR 0006). */
const LAST_SETTLED_DAY = '12-28'

function calendarWith(
  overlays: readonly ProposedOverlay[],
  values: readonly SettledValue[],
): WorkCalendar {
  const years = CALENDAR_YEARS.map((year) => correctedYear(year, values))
  const isPlain = years.every((year, index) => year === CALENDAR_YEARS[index])
  const calendar = isPlain ? NATIONAL_CALENDAR : calendarOf(years)
  const lastYear = lastSettledYear(calendar, overlays)
  return overlays.reduce((below, { content, source }) => {
    if (content.kind !== 'holidays') return below
    const { year, off, on, settlesYear } = content
    const settles = settlesYear && year <= lastYear
    const settledThrough = settles && localDate(`${year}-${LAST_SETTLED_DAY}`)
    return withOverlay(below, {
      ...{ notice: noticeOf(source), off, on },
      ...(settledThrough && { settledThrough }),
    })
  }, calendar)
}

/** The last of the years that are settled without a gap: where the notice of one was withdrawn, a later one settles nothing. */
function lastSettledYear(
  { settledThrough }: WorkCalendar,
  overlays: readonly ProposedOverlay[],
): number {
  const settled = overlays.flatMap(({ content }) =>
    content.kind === 'holidays' && content.settlesYear ? [content.year] : [],
  )
  let last = yearOf(settledThrough)
  while (settled.includes(last + 1)) last += 1
  return last
}

function correctedYear(year: CalendarYear, values: readonly SettledValue[]): CalendarYear {
  const corrected = correctionOf(`calendar/${year.year}`, values)
  if (!corrected) return year
  const { off, on } = corrected
  return { ...year, off: daysOf(off), on: daysOf(on) }
}

function dutiesWith(values: readonly SettledValue[]): Timeline<MonthDays> {
  const [first, ...rest] = REPORT_DUTIES.map((provision) => {
    const corrected = correctionOf(`reportDuties/${provision.from}`, values)
    const { department, government } = { ...provision.value, ...corrected }
    return { ...provision, value: { department, government } }
  })
  return first ? [first, ...rest] : REPORT_DUTIES
}

function retentionWith(values: readonly SettledValue[]): Timeline<Retention> {
  const [first, ...rest] = REQUEST_RETENTION.map((provision) => {
    const settled = values.findLast(({ key }) => key === `requestRetention/${provision.from}`)
    if (!settled) return provision
    const { years = provision.value.years } = settled.corrected ?? {}
    return { ...provision, value: { years: Number(years) }, known: 'seen' as const }
  })
  return first ? [first, ...rest] : REQUEST_RETENTION
}

function reevaluationWith(values: readonly SettledValue[]): Timeline<ReevaluationPeriod> {
  const [first, ...rest] = REEVALUATION_PERIOD.map((provision) => {
    const settled = values.findLast(({ key }) => key === `reevaluationPeriod/${provision.from}`)
    if (!settled) return provision
    const { months = provision.value.months } = settled.corrected ?? {}
    return { ...provision, value: { months: Number(months) }, known: 'seen' as const }
  })
  return first ? [first, ...rest] : REEVALUATION_PERIOD
}

function remediesWith(values: readonly SettledValue[]): RemedyChoice {
  const [{ from, value }] = REMEDY_CHOICE
  const corrected = correctionOf(`remedyChoice/${from}`, values)
  if (!corrected) return value
  const { specialAccessFirst } = corrected
  return { specialAccessFirst: specialAccessFirst === YES }
}

function correctionOf(key: string, values: readonly SettledValue[]) {
  return values.findLast((value) => value.key === key)?.corrected ?? null
}

/** The days of a field. Throws a RangeError for what is no day. */
function daysOf(text = ''): readonly LocalDate[] {
  return text.split(/\s+/).filter(Boolean).map(localDate)
}

function localDutyOf(
  { area, level, fromReportYear, untilReportYear, monthDay }: LocalDueDay,
  notice: string,
): LocalDuty {
  return {
    ...{ area, level, step: 'publish', fromReportYear, monthDay, notice, known: 'seen' },
    ...(untilReportYear !== null && { untilReportYear }),
  }
}
