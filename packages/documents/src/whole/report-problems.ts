import { type Problem, type ReportForm, TABLES, type TableKey } from '@gongkai/report'
import type { Heading } from './headings.js'
import type { Tables } from './tables.js'
import type { Title } from './title.js'

/** What could not be read of a report as a whole and of its tables. */
export function reportProblems(
  form: ReportForm,
  title: Title | null,
  headings: readonly Heading[],
  tables: Tables | null,
): Problem[] {
  const whole = [
    ...(form === 'before-2019' ? [BEFORE_2019] : []),
    ...(title ? [] : [NO_TITLE]),
    ...(headings.length > 0 ? [] : [NO_SECTIONS]),
  ]
  return tables ? [...whole, ...TABLE_KEYS.flatMap((table) => ofTable(table, tables))] : whole
}

const TABLE_KEYS: readonly TableKey[] = ['proactive', 'requests', 'remedies']

function ofTable(table: TableKey, tables: Tables): readonly Problem[] {
  const { problems, region } = tables[table]
  if (region) return problems
  const { name } = TABLES[table]
  const message = `没有找到“${name}”，该表各格均未读出；如表格是图片，请换用文字版文件。`
  return [...problems, { code: 'table.missing', at: null, message }]
}

const BEFORE_2019: Problem = {
  code: 'report.before-2019',
  at: null,
  message:
    '这是2019年以前格式的年度报告，没有现行格式的统计表；已列出各部分文字和其中的数字，未填写任何表格。',
}

const NO_TITLE: Problem = {
  code: 'title.missing',
  at: null,
  message: '没有找到报告标题，请核对文件是否完整。',
}

const NO_SECTIONS: Problem = {
  code: 'sections.missing',
  at: null,
  message: '没有找到“一、总体情况”等各部分标题，报告文字未能分部分列出。',
}

/** No annual report was recognised. */
export const UNKNOWN: Problem = {
  code: 'report.unknown',
  at: null,
  message:
    '没有认出政府信息公开工作年度报告的标题、各部分标题或统计表，请确认上传的是年度报告全文。',
}
