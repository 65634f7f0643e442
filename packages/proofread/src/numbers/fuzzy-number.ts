import { citePlace } from '@gongkai/law'
import type { Draft, TextRule } from '../rule.js'
import { draftOn, printed, type Sentence, sentencesOf } from './sentence.js'
import type { TextNumber } from './text-number.js'

/** NUM-06: an exact number with a word that says it is not exact. */
export const FUZZY_NUMBER: TextRule = {
  code: 'NUM-06',
  states: '概数词语不与精确数字连用',
  basis: [citePlace('GB-15835-2011', '概数')],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: { text: '全年发布政务信息120余条。' },
  fails: { text: '全年发布政务信息123余条。' },
  run: (_, shared) =>
    shared(sentencesOf).flatMap((sentence) =>
      sentence.numbers.flatMap((number) => contradictions(sentence, number)),
    ),
}

// What is counted in whole pieces; 28余公里, 13余个月, 12万余份 may be more by a fraction.
const COUNTED =
  /^(?:人次|人|场次|批次|[件条篇]次|[条件次个篇期名家份项起场批部册户例宗张幅座处所栏版则类组位块])$/
// Counting words that stand with few counts and are no unit of the number.
const ALSO_COUNTED = /^[本台套辆只](?!地|级|年|月|身)/
const MORE = /\d[余多](?!\d)/
const ABOUT = /(?:约|大约|近|将近|接近)$/
const AROUND = /^(?:左右|上下)/

function contradictions(sentence: Sentence, number: TextNumber): Draft[] {
  const { text } = sentence.flat
  const says = printed(sentence, number)
  if (!number.fuzzy || number.step !== 1 || /[万亿]/.test(says)) return []
  const isCounted =
    number.unit === null
      ? ALSO_COUNTED.test(text.slice(number.end, number.end + 2))
      : COUNTED.test(number.unit)
  if (!isCounted) return []
  const last = number.value % 10
  const about = text.slice(Math.max(0, number.start - 2), number.start).match(ABOUT)?.[0] ?? ''
  const isMore = last !== 0 && (MORE.test(says) || /^[余多]/.test(text.slice(number.end)))
  const isAbout =
    number.value > 20 &&
    last % 5 !== 0 &&
    (about !== '' || AROUND.test(text.slice(number.end, number.end + 2)))
  if (!isMore && !isAbout) return []
  const message = `“${about}${says}”既有精确数字又有概数词语，请写准确数字或者改为整数`
  const span = [number.start - about.length, number.end] as const
  return [draftOn(sentence, span, { severity: 'warning', message })]
}
