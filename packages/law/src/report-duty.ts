import { type Citation, cite } from './citation.js'
import type { Known } from './instruments.js'
import { type LocalDate, localDate } from './local-date.js'
import { inForce, type Timeline } from './provision.js'

/** Who reports: a department, a government of a county or higher, or a township or subdistrict office (乡镇、街道). */
export type ReportLevel = 'department' | 'government' | 'township'

/** An earlier day that a supervising office has fixed for its area. */
export type LocalDuty = {
  readonly area: string
  readonly level: ReportLevel
  /** What must be done by then: hand in to the supervising office, or publish. */
  readonly step: 'submit' | 'publish'
  readonly fromReportYear: number
  /** The notice was for this year only, or until it is replaced when absent. */
  readonly untilReportYear?: number
  /** Month and day of the following year, `01-26`. */
  readonly monthDay: string
  /** The notice that fixed it, named as far as it is known. */
  readonly notice: string
  readonly known: Known
}

export type ReportDuty = {
  /** The last day to publish that binds here: the statutory day, or an earlier local one. */
  readonly dueOn: LocalDate
  /** The last day under the Regulation itself. */
  readonly statutoryDueOn: LocalDate
  /** The notice that fixed an earlier local day; null where the statutory day binds. */
  readonly localNotice: string | null
  readonly source: Citation
  /** Chinese, for the person who asks: what the day rests on and what is uncertain. */
  readonly note: string
}

/** The last days of one report, where they are known better than from the name of the authority. */
export type DueDays = Pick<ReportDuty, 'dueOn' | 'statutoryDueOn' | 'localNotice'>

/** Month and day of the following year, `01-31`, by who reports. */
export type MonthDays = { readonly department: string; readonly government: string }

/** The last days for the report on a year, `MM-DD` of the following year; `from` is matched against that year's 1 January. */
// biome-ignore format: official table
export const REPORT_DUTIES: Timeline<MonthDays> = [
  { from: localDate('2008-05-01'), value: { department: '03-31', government: '03-31' }, source: cite('OGI-2007', 31), known: 'memory' },
  { from: localDate('2019-05-15'), value: { department: '01-31', government: '03-31' }, source: cite('OGI-2019', 49), known: 'seen' },
]

/** Earlier local days that are known. An area adds its own; these show the shape. */
// biome-ignore format: official table
export const LOCAL_DUTIES: readonly LocalDuty[] = [
  { area: '湖南省怀化市', level: 'department', step: 'submit',  fromReportYear: 2021, untilReportYear: 2021, monthDay: '01-26', notice: '怀化市关于2021年政府信息公开工作年度报告的通知', known: 'seen' },
  { area: '湖南省怀化市', level: 'department', step: 'publish', fromReportYear: 2021, untilReportYear: 2021, monthDay: '01-28', notice: '怀化市关于2021年政府信息公开工作年度报告的通知', known: 'seen' },
  { area: '湖南省怀化市', level: 'government', step: 'publish', fromReportYear: 2021, untilReportYear: 2021, monthDay: '02-20', notice: '怀化市关于2021年政府信息公开工作年度报告的通知', known: 'seen' },
]

/**
 * The last day to publish the report on `reportYear`. `local`: the duties of the area, of which the earliest that
 * applies binds. A fixed day of the calendar: it does not move when it is no working day.
 * Asked about a report year before 2008: RangeError, no report was due.
 */
export function reportDuty(asked: {
  readonly level: ReportLevel
  readonly reportYear: number
  readonly local?: readonly LocalDuty[]
  /** The statutory days, where an official has confirmed or corrected them. */
  readonly statutory?: Timeline<MonthDays>
}): ReportDuty {
  const { level, reportYear, statutory = REPORT_DUTIES } = asked
  const { value, source } = inForce(statutory, localDate(`${reportYear + 1}-01-01`))
  const statutoryDueOn = dayAfter(reportYear, value[level === 'government' ? level : 'department'])
  const local = earliest(asked, statutoryDueOn)
  return {
    dueOn: local ? dayAfter(reportYear, local.monthDay) : statutoryDueOn,
    statutoryDueOn,
    localNotice: local?.notice ?? null,
    source,
    note: [level === 'township' && TOWNSHIP_NOTE, local && localNote(local)]
      .filter(Boolean)
      .join(''),
  }
}

const TOWNSHIP_NOTE =
  '第四十九条只规定了县级以上人民政府及其部门；乡镇人民政府和街道办事处实践中按部门的时限公布。'

function localNote({ area, notice, known }: LocalDuty): string {
  const doubt = known === 'memory' ? '，待核实' : ''
  return `${area}另有更早的时限（${notice}${doubt}）。`
}

/** The earliest local day to publish by that applies to this level and year: an area may be stricter, never laxer. */
function earliest(
  asked: Parameters<typeof reportDuty>[0],
  statutoryDueOn: LocalDate,
): LocalDuty | undefined {
  const { level, reportYear, local = [] } = asked
  return local
    .filter((duty) => duty.level === level && duty.step === 'publish')
    .filter(({ fromReportYear, untilReportYear }) => {
      return fromReportYear <= reportYear && reportYear <= (untilReportYear ?? reportYear)
    })
    .filter(({ monthDay }) => dayAfter(reportYear, monthDay) < statutoryDueOn)
    .toSorted((a, b) => (a.monthDay < b.monthDay ? -1 : 1))[0]
}

function dayAfter(reportYear: number, monthDay: string): LocalDate {
  return localDate(`${reportYear + 1}-${monthDay}`)
}
