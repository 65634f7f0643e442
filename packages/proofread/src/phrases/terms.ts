import { cite } from '@gongkai/law'
import { TERMS, type TermUse } from '../lists/terms.js'
import { type Draft, draftAt, type TextRule } from '../rule.js'
import { type Match, matchesIn, narrativeParts, sentenceAround } from '../words/text.js'

export const TERM_MISUSE: TextRule = {
  code: 'TERM-01',
  states: '用语应当与条例和报告格式一致',
  basis: [cite('OGI-2019', 50, 2)],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: {
    text: '全年共收到政府信息公开申请12件，同比增加3件，办理人大代表建议和政协委员提案5件。',
  },
  fails: { text: '全年共收到依申请公开信息12件，办理人大建议提案5件。' },
  run(input) {
    const parts = narrativeParts(input)
    return TERMS.flatMap((term) =>
      matchesIn(parts, term.wrong)
        .filter(({ part, start }) => !term.unless?.test(sentenceAround(part.text, start)))
        .map((match) => toDraft(match, term)),
    )
  },
}

function toDraft(
  { part, groups, start, end }: Match,
  { severity, message, shouldBe }: TermUse,
): Draft {
  const { word } = groups.groups ?? {}
  if (word === undefined) return draftAt(part, [start, end], { severity, message, shouldBe })
  const at = start + groups[0].lastIndexOf(word)
  return draftAt(part, [at, at + word.length], { severity, message, shouldBe })
}
