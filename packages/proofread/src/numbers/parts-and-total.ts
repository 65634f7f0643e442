import { citePlace, type Severity } from '@gongkai/law'
import type { Draft, TextRule } from '../rule.js'
import { type Breakdown, breakdownsOf, isCount, isReached, slackOfAll, sumOf } from './breakdown.js'
import {
  clauseBefore,
  draftOn,
  printed,
  type Sentence,
  segmentBefore,
  sentencesOf,
} from './sentence.js'

/** NUM-02: parts that do not make up the total that is stated with them. */
export const PARTS_AND_TOTAL: TextRule = {
  code: 'NUM-02',
  states: '分项数量之和等于所列总数',
  basis: [
    citePlace('REPORT-FORMAT-2019', '一、总体情况'),
    citePlace('REPORT-FORMAT-2021', '一、总体情况'),
  ],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '办理建议提案12件，其中建议7件、提案5件。' },
  fails: { text: '办理建议提案12件，其中建议8件、提案5件。' },
  run: (_, shared) =>
    shared(sentencesOf).flatMap((sentence) => [
      ...breakdownsOf(sentence).flatMap((one) => judged(sentence, one)),
      ...totalsAfter(sentence),
    ]),
}

function judged(sentence: Sentence, one: Breakdown): Draft[] {
  const whole = sentence.numbers[one.total]
  const larger = one.parts.find(
    (index) => (sentence.numbers[index]?.value ?? 0) > (whole?.value ?? 0),
  )
  if (!whole || isReached(sentence, one)) return []
  if (larger !== undefined && whole.value > 0) {
    const part = sentence.numbers[larger]
    const words = `分项“${part && printed(sentence, part)}”大于总数“${printed(sentence, whole)}”，请核对`
    return [spanning(sentence, one.total, larger, 'error', words)]
  }
  const sum = sumOf(sentence, one.parts)
  const slack = slackOfAll(sentence, [one.total, ...one.parts])
  const isOver = sum > whole.value + slack && one.parts.length > 1 && !one.nested
  if (!isOver && !one.exhaustive) return []
  const severity = one.overlapping && !one.exhaustive ? 'note' : 'error'
  return [
    spanning(
      sentence,
      one.total,
      one.parts.at(-1) ?? one.total,
      severity,
      sumWords(sentence, one, sum),
    ),
  ]
}

function sumWords(
  sentence: Sentence,
  { total, parts }: Pick<Breakdown, 'total' | 'parts'>,
  sum: number,
): string {
  const whole = sentence.numbers[total]
  const list = parts.map((index) => sentence.numbers[index]?.value).join('+')
  return `分项相加${list}=${sum}，与所列总数“${whole && printed(sentence, whole)}”不一致，请核对`
}

const SUM_UP = /^(?:以上|全年)?(?:两项|各项)?(?:共计|合计|总计|共)(?:公开|发布|信息|办理|受理)*$/
const NO_PART = /较|比|上年|去年|同期|增|减|其中|含|目标|计划|率/

/** A list whose sum is stated at its end: 网站85条，微信92条，合计177条. */
function totalsAfter(sentence: Sentence): Draft[] {
  return sentence.numbers.flatMap((number, total) => {
    const clause = clauseBefore(sentence, total)
    if (!isCount(number) || !SUM_UP.test(clause)) return []
    const parts = listBefore(sentence, total)
    const sums = parts.map((_, from) => sumOf(sentence, parts.slice(from)))
    const slack = slackOfAll(sentence, [total, ...parts])
    const isRight = sums.some((sum) => Math.abs(sum - number.value) <= slack)
    if (parts.length < 2 || isRight) return []
    const words = sumWords(sentence, { total, parts }, sums[0] ?? 0)
    const severity = parts.length > 4 || clause.endsWith('共') ? 'warning' : 'error'
    return [spanning(sentence, parts[0] ?? total, total, severity, words)]
  })
}

function listBefore(sentence: Sentence, total: number): number[] {
  const parts: number[] = []
  for (let index = total - 1; index >= 0; index--) {
    const number = sentence.numbers[index]
    if (number?.unit === '%') continue
    if (number?.unit !== sentence.numbers[total]?.unit || !number || !isCount(number)) break
    if (NO_PART.test(segmentBefore(sentence, index))) return []
    parts.unshift(index)
  }
  return parts
}

function spanning(
  sentence: Sentence,
  first: number,
  last: number,
  severity: Severity,
  message: string,
): Draft {
  const [one, other] = [sentence.numbers[first], sentence.numbers[last]]
  return draftOn(sentence, [one?.start ?? sentence.start, other?.end ?? sentence.end], {
    severity,
    message,
  })
}
