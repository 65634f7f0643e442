import { type Citation, citePlace } from './citation.js'
import { localDate } from './local-date.js'
import { forReportYear, type Timeline } from './provision.js'

/** The form a report year is held to. In its first year the form was encouraged: departures were allowed. */
export type RequiredForm = {
  readonly form: '2019' | '2021'
  readonly duty: 'encouraged' | 'required'
}

/** The forms by report year: `from` is the first day of the first report year. */
// biome-ignore format: official table
export const REPORT_FORMS: Timeline<RequiredForm> = [
  { from: localDate('2019-01-01'), value: { form: '2019', duty: 'encouraged' }, source: citePlace('REPORT-FORMAT-2019', '2019年度报告鼓励按此格式编制'), known: 'seen' },
  { from: localDate('2020-01-01'), value: { form: '2019', duty: 'required' },   source: citePlace('REPORT-FORMAT-2019', '附件'), known: 'memory' },
  { from: localDate('2021-01-01'), value: { form: '2021', duty: 'required' },   source: citePlace('REPORT-FORMAT-2021', '附件'), known: 'seen' },
]

/** The form for the report on `reportYear` and the letter that fixed it; undefined before 2019: there was no national form. */
export function requiredForm(
  reportYear: number,
): (RequiredForm & { readonly source: Citation }) | undefined {
  const provision = forReportYear(REPORT_FORMS, reportYear)
  return provision && { ...provision.value, source: provision.source }
}
