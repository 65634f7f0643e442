import type { AnnualReport } from '@gongkai/report'
import type { SourceMeta } from '../src/source/source.js'
import { readReport } from '../src/whole/read-report.js'
import { blocksOfText, PROACTIVE, remedies, requests } from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']
const tabbed = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join('\t')).join('\n')

/** The tables of the invented report, one row a line. */
export const TABLES = {
  proactive: tabbed(PROACTIVE),
  requests: tabbed(requests({}, ZEROS)),
  remedies: tabbed(remedies(Array<string>(15).fill('0'))),
} as const

/** The parts of an invented report, each a piece of text; a test changes some of them. */
export const PARTS = {
  title: '嘉禾市云岭县财政局2023年政府信息公开工作年度报告',
  intro: '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
  一: '一、总体情况',
  text一: '2023年，云岭县财政局主动公开信息120条。',
  二: '二、主动公开政府信息情况',
  三: '三、收到和处理政府信息公开申请情况',
  四: '四、政府信息公开行政复议、行政诉讼情况',
  五: '五、存在的主要问题及改进情况',
  text五: '公开的及时性有待提高，将加强督促。',
  六: '六、其他需要报告的事项',
  text六: '本年度未收取信息处理费。',
  signature: '云岭县财政局\n2024年1月20日',
} as const

/** The text of the report with some of its parts changed. */
export function reportText(changes: Partial<Record<keyof typeof PARTS, string>> = {}): string {
  const part = { ...PARTS, ...changes }
  return [
    part.title,
    part.intro,
    part.一,
    part.text一,
    part.二,
    TABLES.proactive,
    part.三,
    TABLES.requests,
    part.四,
    TABLES.remedies,
    part.五,
    part.text五,
    part.六,
    part.text六,
    part.signature,
  ]
    .filter((one) => one !== '')
    .join('\n')
}

/** The report that a text holds; `meta` as the head of a page states it. */
export function reportOf(text: string, meta?: SourceMeta): AnnualReport {
  const source = { kind: 'text', blocks: blocksOfText(text), residue: [], problems: [] } as const
  return readReport(meta ? { ...source, meta } : source)
}

/** The report with some of its parts changed. */
export function changedReport(changes: Partial<Record<keyof typeof PARTS, string>>): AnnualReport {
  return reportOf(reportText(changes))
}
