import { cite } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { TIME_WORDS } from '../lists/time-words.js'
import { type Draft, draftAt, type TextRule } from '../rule.js'
import { isQuoted, matchesIn, narrativeParts, sentenceAround } from '../words/text.js'
import { speaksOfPlans } from './plans.js'
import { wrongYears } from './wrong-years.js'

export const OUTSIDE_PERIOD: TextRule = {
  code: 'YEAR-01',
  states: '报告只写报告年度1月1日至12月31日的情况，时间表述应当明确',
  basis: [cite('OGI-2019', 49)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { year: 2023, text: '2023年，我局共发布信息120条，较去年增长5%。' },
  fails: {
    year: 2023,
    parts: [
      { part: 'intro', text: '现公布2022年政府信息公开工作年度报告。' },
      { part: 'section/一', text: '今年以来，我局共发布信息120条。' },
    ],
  },
  run: (input) => [...timeWords(input), ...wrongYears(input)],
}

function timeWords(input: ProofreadInput): Draft[] {
  const parts = narrativeParts(input)
  const doings = parts.filter((part) => !speaksOfPlans(part))
  return TIME_WORDS.flatMap(({ pattern, severity, notInPlans, unless }) =>
    matchesIn(notInPlans ? doings : parts, pattern)
      .filter(({ part, start }) => !isQuoted(part.text, start))
      .filter(({ part, start }) => !unless.test(sentenceAround(part.text, start)))
      .map(({ part, groups, start, end }) =>
        draftAt(part, [start, end], {
          severity,
          message: `“${groups[0]}”以写作时为准，年度报告应当写明报告年度${input.year ? `（${input.year}年）` : ''}内的时间。`,
        }),
      ),
  )
}
