import {
  citationText,
  isLocalDate,
  isWorkingDay,
  LONGEST_REEVALUATION,
  type LocalDate,
  localDate,
  ok,
  type Refusal,
  type Result,
  refuse,
  reportDuty,
  SHORTEST_RETENTION,
  yearOf,
} from '@gongkai/law'
import type { Law } from './law.js'
import { type LawField, NO, YES } from './law-value.js'
import { DOUBTFUL_VALUES } from './law-values.js'
import type {
  HolidayNotice,
  LocalDueDay,
  OverlaySource,
  ProposedOverlay,
  SettledValue,
} from './overlay.js'

export type JudgeRefusal = Refusal<
  | 'overlay.source-wrong'
  | 'overlay.days-wrong'
  | 'overlay.year-wrong'
  | 'overlay.day-wrong'
  | 'overlay.later-than-law'
  | 'overlay.no-value'
  | 'overlay.value-wrong'
  | 'overlay.value-settled'
>

type Judged = Result<null, JudgeRefusal>

/** Whether an overlay can be laid over the law as it stands; `settled`: the keys of the values that others have settled. */
export function judgeOverlay(
  { content, source }: ProposedOverlay,
  law: Law,
  settled: ReadonlySet<string>,
  day: LocalDate,
): Judged {
  const known = judgeSource(source, day)
  if (!known.ok) return known
  if (content.kind === 'holidays') return judgeHolidays(content, law)
  return content.kind === 'localDuty' ? judgeDueDay(content, law) : judgeValue(content, settled)
}

function judgeSource({ title, issuedOn }: OverlaySource, day: LocalDate): Judged {
  if (title.trim() === '')
    return refuse('overlay.source-wrong', '没有写明来源文件的标题。请填写后重新提交。')
  if (issuedOn > day)
    return refuse('overlay.source-wrong', '来源文件的印发日期晚于今天。请核对后重新提交。')
  return ok(null)
}

function judgeHolidays({ year, off, on, settlesYear }: HolidayNotice, { calendar }: Law): Judged {
  const held = yearOf(calendar.settledThrough)
  if (settlesYear && year > held + 1)
    return refuse(
      'overlay.year-wrong',
      `${held + 1}年的放假安排尚未收录，不能先收录${year}年的。请按年度先后登记。`,
    )
  if (off.length === 0 && (settlesYear || on.length === 0))
    return daysWrong('没有写明放假日期。请对照来源文件填写。')
  const both = off.filter((one) => on.includes(one))
  if (both.length > 0) return daysWrong(`${both.join('、')}既是放假又是上班。请对照来源文件改正。`)
  // A notice rules on the last days of December before its year, too.
  const outside = [...off, ...on].filter((one) => one < `${year - 1}-12-25` || yearOf(one) > year)
  if (outside.length > 0)
    return daysWrong(`${outside.join('、')}不在${year}年度之内。请核对年度和日期。`)
  const worked = on.filter((one) => isWorkingDay(calendar, one))
  if (worked.length > 0)
    return daysWrong(`${worked.join('、')}本来就是工作日，不是调休上班。请对照来源文件改正。`)
  return ok(null)
}

function daysWrong(message: string) {
  return refuse('overlay.days-wrong', message)
}

/** An area may be stricter than the Regulations, never laxer. */
function judgeDueDay(
  { level, fromReportYear, untilReportYear, monthDay }: LocalDueDay,
  { duties }: Law,
): Judged {
  // The Regulations of 2007 held from 1 May 2008: the first report was on that year.
  if (fromReportYear < 2008 || fromReportYear > 9000)
    return refuse('overlay.year-wrong', '报告年度应在2008年以后。请核对适用的报告年度。')
  if (untilReportYear !== null && untilReportYear < fromReportYear)
    return refuse('overlay.year-wrong', '适用的最后一个报告年度早于最初的。请核对。')
  // In a year that is none of 366 days there is no 29 February.
  if (!isLocalDate(`2001-${monthDay}`))
    return refuse('overlay.day-wrong', `“${monthDay}”不是每年都有的日期。请写作月-日，如01-20。`)
  const years = [fromReportYear, ...duties.map(({ from }) => yearOf(from))].filter(
    (year) => year >= fromReportYear && year <= (untilReportYear ?? year),
  )
  for (const reportYear of years) {
    const { statutoryDueOn, source } = reportDuty({ level, reportYear, statutory: duties })
    if (localDate(`${reportYear + 1}-${monthDay}`) >= statutoryDueOn)
      return refuse(
        'overlay.later-than-law',
        `本地时限不能晚于或者等于法定时限（${statutoryDueOn.slice(5)}，依据${citationText(source)}）：地方只能规定更早的时限。请核对来源文件。`,
        source,
      )
  }
  return ok(null)
}

function judgeValue({ key, corrected }: SettledValue, settled: ReadonlySet<string>): Judged {
  const value = DOUBTFUL_VALUES.find((one) => one.key === key)
  if (!value)
    return refuse('overlay.no-value', `没有“${key}”这一项待核实的内容。请从待核实的清单中选择。`)
  if (settled.has(key))
    return refuse(
      'overlay.value-settled',
      `“${value.label}”已经核实或者正在复核。确需更改的，请先撤回原来的一项。`,
    )
  if (corrected === null) return ok(null)
  const ids = value.fields.map(({ id }) => id)
  const isWhole = ids.length === Object.keys(corrected).length && ids.every((id) => id in corrected)
  const wrong = value.fields.find((field) => !fits(field, corrected[field.id] ?? ''))
  if (!isWhole || wrong)
    return refuse(
      'overlay.value-wrong',
      `“${value.label}”${wrong ? `的“${wrong.label}”` : ''}填写有误。日期写作2027-01-01，月日写作01-31，保存期限写年数，不少于5年，评估周期写月数，1至60，是否的写“是”或者“否”，各项都要填写。`,
    )
  if (value.fields.every(({ id, value: present }) => corrected[id] === present))
    return refuse('overlay.value-wrong', '更正后的内容与现在的相同。确认无误的，请选择“核实无误”。')
  return ok(null)
}

function fits({ kind, value }: LawField, text: string): boolean {
  if (text.length > 2000) return false
  if (kind === 'monthDay') return isLocalDate(`2001-${text}`)
  if (kind === 'years')
    return /^\d{1,2}$/.test(text) && Number(text) >= SHORTEST_RETENTION.value.years
  if (kind === 'months') return /^[1-9]\d?$/.test(text) && Number(text) <= LONGEST_REEVALUATION
  if (kind === 'yesNo') return text === YES || text === NO
  if (kind === 'days') return text.split(/\s+/).filter(Boolean).every(isLocalDate)
  // What is empty now may stay so.
  return value === '' || text.trim() !== ''
}
