import { type Citation, cite, citePlace } from './citation.js'
import { localDate } from './local-date.js'
import type { Timeline } from './provision.js'

/**
 * Whether section six must state the facts of fees for processing (信息处理费): notices sent, amount, amount received.
 * By report year: `from` is the first day of the first report year.
 */
// biome-ignore format: official table
export const FEE_FACTS_DUTY: Timeline<boolean> = [
  { from: localDate('2008-01-01'), value: false, source: cite('OGI-2007', 32), known: 'memory' },
  { from: localDate('2021-01-01'), value: true,  source: { ...citePlace('REPORT-FORMAT-2021', '六、其他需要报告的事项'), known: 'memory' }, known: 'memory' },
]

/**
 * Who may make administrative rules (规章): departments of the State Council (80, 91), and the governments of provinces
 * and of cities with districts (设区的市) and autonomous prefectures (82, 93), before 2015 only those of larger cities.
 */
export const RULE_POWER: readonly Citation[] = [
  cite('LEGISLATION-2015', 80),
  cite('LEGISLATION-2015', 82),
  cite('LEGISLATION-2023', 91),
  cite('LEGISLATION-2023', 93),
]
