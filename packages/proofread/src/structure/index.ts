import { citePlace } from '@gongkai/law'
import type { TextPart } from '../input.js'
import { isNarrative } from '../numbers/sentence.js'
import { type Draft, draftAt, type TextRule } from '../rule.js'
import { brokenItemNumbers } from './item-numbers.js'
import { type Line, linesOf } from './items.js'
import { brokenSpokenNumbers } from './spoken-numbers.js'

/** STR-02: numbers of sub-headings and lists that restart, repeat or leave one out. */
const ITEM_NUMBERS: TextRule = {
  code: 'STR-02',
  states: '同级标题、列项的编号连续，不重复、不缺号、不中途重新编号',
  basis: [citePlace('GB-9704-2012', '7.3.3')],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '（一）主动公开\n及时公开信息。\n（二）依申请公开\n规范办理。' },
  fails: { text: '（一）主动公开\n及时公开信息。\n（三）平台建设\n做好维护。' },
  run: ({ parts }) =>
    parts
      .filter(({ part }) => isNarrative(part))
      .flatMap((part) => {
        const lines = linesOf(part.text)
        return [
          ...brokenItemNumbers(part, lines),
          ...brokenSpokenNumbers(part),
          ...oddMarks(part, lines),
        ]
      }),
}

/** `1、` for `1.` and `（一）、` for `（一）`, once for each part. */
function oddMarks(part: TextPart, lines: readonly Line[]): Draft[] {
  const odd = lines.find(
    ({ item }) => item && /^(?:[0-9０-９]+\s?、|.*[）)]、)$/.test(item.printed),
  )
  if (!odd?.item) return []
  const shouldBe = odd.item.printed.replace(/[）)]、$/, '）').replace(/\s?、$/, '.')
  const message = `层次序数“${odd.item.printed}”按公文格式写作“${shouldBe}”`
  const span = [odd.start, odd.start + odd.item.printed.length] as const
  return [draftAt(part, span, { severity: 'note', message, shouldBe })]
}

/** What can be wrong with the numbering of a text. */
export const STRUCTURE_RULES: readonly TextRule[] = [ITEM_NUMBERS]
