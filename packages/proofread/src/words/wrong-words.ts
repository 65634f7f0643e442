import { cite } from '@gongkai/law'
import type { TextPart } from '../input.js'
import { CERTAIN_CONFUSIONS } from '../lists/certain-confusions.js'
import { DOUBTFUL_CONFUSIONS } from '../lists/doubtful-confusions.js'
import { type Draft, draftAt, type TextRule } from '../rule.js'
import { indexConfusions, type Meeting, meetings } from './confusion-index.js'
import { cut } from './segmenter.js'

const INDEX = indexConfusions([...CERTAIN_CONFUSIONS, ...DOUBTFUL_CONFUSIONS])

/** The segmenter sees this many characters on both sides of a word. */
const CONTEXT = 6

export const WRONG_WORDS: TextRule = {
  code: 'TYPO-01',
  states: '报告中不应有错别字',
  basis: [cite('OGI-2019', 6, 1)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '针对上述问题，我局将进一步完善制度，尤其是重点领域信息公开制度。' },
  fails: { text: '针对上诉问题，我局将进一步完善制度，求其是重点领域信息公开制度。' },
  run: ({ parts }) =>
    parts.flatMap((part) =>
      meetings(part.text, INDEX)
        .filter((meeting) => !joinsTwoWords(part.text, meeting))
        .map((meeting) => toDraft(part, meeting)),
    ),
}

/**
 * Whether the characters are the end of one right word and the beginning of the next: 接受|里面 is no 受里.
 * A pair needs one such neighbour, a longer word one on both sides.
 */
function joinsTwoWords(text: string, { confusion: { wrong }, start }: Meeting): boolean {
  const from = Math.max(0, start - CONTEXT)
  const end = start + wrong.length
  let at = from
  let left = false
  let right = false
  for (const word of cut(text.slice(from, end + CONTEXT))) {
    const next = at + word.length
    left ||= at < start && next > start && next < end
    right ||= at > start && at < end && next > end
    at = next
  }
  return wrong.length === 2 ? left || right : left && right
}

function toDraft(part: TextPart, { confusion, start }: Meeting): Draft {
  const { wrong, right, severity } = confusion
  return draftAt(part, [start, start + wrong.length], {
    severity,
    message: MESSAGES[severity](wrong, right),
    shouldBe: severity === 'error' ? right : null,
  })
}

const MESSAGES = {
  error: (wrong: string, right: string) => `“${wrong}”为错别字，应改为“${right}”。`,
  warning: (wrong: string, right: string) => `“${wrong}”疑为“${right}”之误，请核对后修改。`,
  note: (wrong: string, right: string) => `“${wrong}”宜写作“${right}”。`,
}
