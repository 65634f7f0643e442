import { cite, citePlace } from './citation.js'
import { localDate } from './local-date.js'
import type { Timeline } from './provision.js'

/**
 * Whether section six must state the facts of fees for processing (信息处理费): notices sent, amount, amount received.
 * By report year: `from` is the first day of the first report year.
 */
// biome-ignore format: official table
export const FEE_FACTS_DUTY: Timeline<boolean> = [
  { from: localDate('2008-01-01'), value: false, source: cite('OGI-2007', 32), known: 'memory' },
  { from: localDate('2021-01-01'), value: true,  source: citePlace('REPORT-FORMAT-2021', '六、其他需要报告的事项'), known: 'memory' },
]

/** What the form counts of 行政事业性收费, by report year: items until 2020, the amount in 万元 from 2021. */
// biome-ignore format: official table
export const CHARGES_UNIT: Timeline<'项' | '万元'> = [
  { from: localDate('2019-01-01'), value: '项',   source: citePlace('REPORT-FORMAT-2019', '第二十条第（八）项 上一年项目数量'), known: 'seen' },
  { from: localDate('2021-01-01'), value: '万元', source: citePlace('REPORT-FORMAT-2021', '第二十条第（八）项 本年收费金额（单位：万元）'), known: 'seen' },
]

/** A level of authority as the power to make administrative rules tells them apart. */
export type RuleMaker =
  | 'stateCouncilDepartment'
  | 'provincialGovernment'
  | 'cityGovernment'
  | 'other'

/**
 * Who may make administrative rules (规章): departments of the State Council, and the governments of provinces and of
 * cities with districts (设区的市) and autonomous prefectures. Before 2015 only the larger cities of the second kind.
 */
// biome-ignore format: official table
export const RULE_MAKERS: Timeline<readonly RuleMaker[]> = [
  { from: localDate('2015-03-15'), value: ['stateCouncilDepartment', 'provincialGovernment', 'cityGovernment'], source: cite('LEGISLATION-2015', 82), known: 'memory' },
  { from: localDate('2023-03-15'), value: ['stateCouncilDepartment', 'provincialGovernment', 'cityGovernment'], source: cite('LEGISLATION-2023', 93), known: 'memory' },
]
