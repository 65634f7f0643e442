import {
  CALENDAR_YEARS,
  type Citation,
  citationText,
  FEE_FACTS_DUTY,
  INSTRUMENTS,
  type Instrument,
  LOCAL_DUTIES,
  REEVALUATION_PERIOD,
  REMEDY_CHOICE,
  REPORT_DUTIES,
  REPORT_FORMS,
  REQUEST_RETENTION,
} from '@gongkai/law'
import { RULES } from '../checks/rules.js'
import { field, type LawValue, NO, timelineValues, YES } from './law-value.js'
import { REQUEST_VALUES } from './request-values.js'

const TIMELINE_SOURCES: readonly Citation[] = [...FEE_FACTS_DUTY, ...REPORT_FORMS].map(
  ({ source }) => source,
)

/** Every value marked as known from memory, in the order of the tables in which they stand. */
export const DOUBTFUL_VALUES: readonly LawValue[] = [
  ...CALENDAR_YEARS.filter(({ known }) => known === 'memory').map(
    ({ year, notice, off, on }): LawValue => ({
      key: `calendar/${year}`,
      label: `${year}年节假日安排`,
      fields: [
        field('off', '放假日期（工作日）', 'days', off.join(' ')),
        field('on', '调休上班日期', 'days', on.join(' ')),
      ],
      citation: notice,
      isReckonedWith: true,
    }),
  ),
  ...timelineValues('reportDuties', '年度报告公布时限', REPORT_DUTIES, (value) => [
    field('department', '政府部门、乡镇街道', 'monthDay', value.department),
    field('government', '县级以上人民政府', 'monthDay', value.government),
  ]).map((value) => ({ ...value, isReckonedWith: true })),
  ...timelineValues(
    'requestRetention',
    '申请中个人信息的保存期限',
    REQUEST_RETENTION,
    ({ years }) => [field('years', '自办结的次年起（年）', 'years', `${years}`)],
  ).map((value) => ({ ...value, isReckonedWith: true })),
  ...timelineValues(
    'reevaluationPeriod',
    '不予公开的信息定期评估的周期',
    REEVALUATION_PERIOD,
    ({ months }) => [field('months', '每隔（月）', 'months', `${months}`)],
  ).map((value) => ({ ...value, isReckonedWith: true })),
  ...timelineValues('remedyChoice', '行政查询事项的救济途径', REMEDY_CHOICE, (value) => [
    field(
      ...(['specialAccessFirst', '应当先申请行政复议（填是或者否）', 'yesNo'] as const),
      value.specialAccessFirst ? YES : NO,
    ),
  ]).map((value) => ({ ...value, isReckonedWith: true })),
  ...LOCAL_DUTIES.filter(({ known }) => known === 'memory').map(
    (duty): LawValue => ({
      key: `localDuties/${duty.area}/${duty.level}/${duty.step}/${duty.fromReportYear}`,
      label: `${duty.area}公布时限`,
      fields: [field('monthDay', '时限', 'text', duty.monthDay)],
      citation: duty.notice,
      isReckonedWith: false,
    }),
  ),
  ...timelineValues('reportForms', '年度报告格式', REPORT_FORMS, ({ form, duty }) => [
    field('form', '格式', 'text', `${form}年格式`),
    field('duty', '是否必须采用', 'text', duty === 'required' ? '必须' : '鼓励'),
  ]),
  ...timelineValues('feeFacts', '第六部分应否写明信息处理费情况', FEE_FACTS_DUTY, (value) => [
    field('value', '应否写明', 'text', value ? '应当' : '不要求'),
  ]),
  ...Object.entries<Instrument>(INSTRUMENTS)
    .filter(([, { known }]) => known === 'memory')
    .map(([id, { title, issuedAs = '', inForceFrom, inForceUntil = '' }]): LawValue => {
      return {
        key: `instruments/${id}`,
        label: `《${title}》${issuedAs && `（${issuedAs}）`}的文号和施行日期`,
        fields: [
          field('title', '标题', 'text', title),
          field('issuedAs', '文号', 'text', issuedAs),
          field('inForceFrom', '施行日期', 'text', inForceFrom),
          field('inForceUntil', '失效前最后一日', 'text', inForceUntil),
        ],
        citation: `《${title}》${issuedAs && `（${issuedAs}）`}`,
        isReckonedWith: false,
      }
    }),
  ...RULES.flatMap(({ code, states, basis }) =>
    basis.map((source, index) => ({ source, code, states, no: index + 1 })),
  )
    // What rests on an instrument from memory is settled with the instrument, and a duty with its timeline.
    .filter(({ source }) => source.known === 'memory' && !TIMELINE_SOURCES.includes(source))
    .map(({ source, code, states, no }): LawValue => {
      const citation = citationText(source)
      return {
        ...{ key: `rules/${code}/${no}`, label: `检查规则${code}的依据${no}：${states}`, citation },
        fields: [field('citation', '依据', 'text', citation)],
        isReckonedWith: true,
      }
    }),
  ...REQUEST_VALUES,
]
