import { citationText, type LocalDuty, type ReportLevel, reportDuty } from '@gongkai/law'

/** A last day as the law fixes it for authorities of this level, and why. */
export type DueDay = {
  readonly level: ReportLevel
  readonly label: string
  readonly statutory: string
  readonly why: string
}

// biome-ignore format: table
const LEVELS: readonly (readonly [ReportLevel, string])[] = [
  ['department', '政府部门及其他机关'],
  ['township',   '乡镇人民政府、街道办事处'],
  ['government', '县级以上地方人民政府'],
]

/** The statutory last days to publish the report on that year (条例第四十九条), for each level. */
export function dueDays(reportYear: number): readonly DueDay[] {
  return LEVELS.map(([level, label]) => {
    const { statutoryDueOn, source, note } = reportDuty({ level, reportYear })
    return { level, label, statutory: statutoryDueOn, why: `${citationText(source)}。${note}` }
  })
}

/** The earlier days that were filled in, as the local duties of that year; what is empty or the statutory day itself is none. */
export function localDutiesOf(
  reportYear: number,
  area: string,
  earlier: Readonly<Record<ReportLevel, string>>,
  notice: string,
): readonly Omit<LocalDuty, 'known'>[] {
  return dueDays(reportYear).flatMap(({ level, statutory }) => {
    const day = earlier[level]
    if (day === '' || day === statutory) return []
    const years = { fromReportYear: reportYear, untilReportYear: reportYear }
    return [{ area, level, step: 'publish', ...years, monthDay: day.slice(5), notice }]
  })
}

/** What is wrong with an earlier day; undefined where nothing is. */
export function wrongDay(day: string, statutory: string): string | undefined {
  if (day === '' || day === statutory) return undefined
  if (day > statutory) return '不能晚于法定时限。'
  return day.slice(0, 4) === statutory.slice(0, 4) ? undefined : '应在报告年度的次年之内。'
}
