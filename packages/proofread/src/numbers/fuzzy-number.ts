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

const COUNTED = /^(?:条|件|次|个|篇|期|人次|人|名|家|份|项|起|场|批|部|册|户|件次|条次|篇次)$/
const MORE = /\d[余多](?!\d)/
const ABOUT = /(?:约|大约|近|将近|接近)$/
const AROUND = /^(?:左右|上下)/

function contradictions(sentence: Sentence, number: TextNumber): Draft[] {
  const { text } = sentence.flat
  const says = printed(sentence, number)
  if (!number.fuzzy || number.step !== 1 || !COUNTED.test(number.unit ?? '') || /[万亿]/.test(says))
    return []
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
