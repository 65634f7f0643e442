import { cite } from '@gongkai/law'
import { FIXED_PHRASES } from '../lists/fixed-phrases.js'
import { draftAt, type TextRule } from '../rule.js'
import { matchesIn } from '../words/text.js'
import { nearSlogans, nearTitles } from './near-misses.js'

export const MISQUOTED: TextRule = {
  code: 'BAS-02',
  states: '引用条例的名称和原文应当准确',
  basis: [cite('OGI-2019', 5)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '坚持以公开为常态、不公开为例外，做到应公开尽公开。' },
  fails: { text: '坚持以公开为原则、不公开为例外，做到应公开尽公开。' },
  run: ({ parts }) => [
    ...nearSlogans(parts),
    ...nearTitles(parts),
    ...FIXED_PHRASES.flatMap(({ wrong, right, severity, replaces, article }) =>
      matchesIn(parts, wrong).map(({ part, start, end }) =>
        draftAt(part, [start, end], {
          severity,
          message: `引用不准确，应为“${right}”。`,
          shouldBe: replaces ? right : null,
          basis: [cite('OGI-2019', article)],
        }),
      ),
    ),
  ],
}
