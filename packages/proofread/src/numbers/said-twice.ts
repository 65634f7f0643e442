import { citePlace, type Severity } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import type { Draft, TextRule } from '../rule.js'
import { isCount } from './breakdown.js'
import { scopeOf } from './scope.js'
import {
  clauseAfter,
  clauseBefore,
  draftOn,
  printed,
  type Sentence,
  segmentBefore,
  sentencesOf,
} from './sentence.js'
import { slackOf, type TextNumber } from './text-number.js'

/** NUM-04: the same quantity stated in two places with two values. */
export const SAID_TWICE: TextRule = {
  code: 'NUM-04',
  states: '同一数量前后表述一致',
  basis: [
    citePlace('REPORT-FORMAT-2019', '一、总体情况'),
    citePlace('REPORT-FORMAT-2021', '一、总体情况'),
  ],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '全年通过政府网站发布信息162条。通过微信公众号发布信息184条。' },
  fails: { text: '全年通过政府网站发布信息162条。加强栏目维护，全年通过政府网站发布信息126条。' },
  run(input, shared) {
    const first = new Map<string, Mention>()
    return shared(sentencesOf)
      .flatMap((sentence) => mentionsIn(sentence, input))
      .flatMap((mention) => {
        const earlier = first.get(mention.key)
        if (!earlier) first.set(mention.key, mention)
        return earlier && earlier.sentence !== mention.sentence ? differing(earlier, mention) : []
      })
  },
}

type Mention = {
  /** What is counted, where and in which unit: two mentions of one key are the same quantity. */
  readonly key: string
  readonly phrase: string
  readonly sentence: Sentence
  readonly number: TextNumber
}

// Words that may be there or not without another quantity being meant.
const FILLER =
  /全年|本年度?|年内|今年|20\d{2}年度?|1月1日至12月31日|我[局镇办委区县市院]|本机关|共计|总计|合计|总共|共|累计|了|各类|的|为|约|有效|主动|政府|政务|门户|官方|公众号|平台|渠道|等/g
const COUNTING =
  /发布|公开|推送|收到|受理|办理|办结|答复|召开|举办|开展|制发|制定|出台|印发|解读|组织|报送|培训|回应/
// What makes a phrase mean another thing than the one before: a part, a month, a comparison, a list of places.
const PARTICULAR =
  /其中|分别|每|月|季度|半年|较|比|上年|去年|同比|增|减|新增|超|另|该|含|人均|日均|期间|首次|再次|前|后/
// There is one such quantity in a year, wherever it is stated.
const TELLS_ALL =
  /通过.{2,}(?:公开|发布)|信息公开申请|依申请公开|办理.*(?:人大(?:代表)?建议|政协提案)/
const SHORTEST = 4

function mentionsIn(sentence: Sentence, { year }: ProofreadInput): Mention[] {
  return sentence.numbers.flatMap((number, index) => {
    const segment = segmentBefore(sentence, index)
    const clause = clauseBefore(sentence, index)
    if (!isCount(number) || !COUNTING.test(clause) || PARTICULAR.test(segment)) return []
    if (scopeOf(sentence, index, year) !== 'own' || isPartOfSum(sentence, number)) return []
    const phrase = clause.replaceAll(FILLER, '')
    const own = `${phrase}#${clauseAfter(sentence, index).replaceAll(FILLER, '')}`
    if (own.length <= SHORTEST || isListed(sentence, index)) return []
    const named = sentence.text.match(/20\d{2}(?=年)/)?.[0] ?? year
    const key = [channelOf(segment, clause), own, number.unit, leadOf(sentence, index), named].join(
      '|',
    )
    return [{ key, phrase: clause, sentence, number }]
  })
}

/** Whether the sentence opens, or goes on after a stop, with the parts of a sum. */
function isPartOfSum({ text, start }: Sentence, number: TextNumber): boolean {
  return /^.{0,10}其中|。\s?其中/.test(text.slice(0, number.start - start))
}

/** An item of a list with one verb: the clause does not tell by itself what is counted. */
function isListed(sentence: Sentence, index: number): boolean {
  return index > 0 && /^[、及和与]/.test(segmentBefore(sentence, index))
}

function channelOf(segment: string, clause: string): string {
  if (/通过|利用|依托|借助|网|微信|微博/.test(clause)) return ''
  return (
    segment
      .match(/(?:通过|利用|依托|借助|在|经)[^，。；]{2,20}(?=，)/)?.[0]
      .replaceAll(FILLER, '') ?? ''
  )
}

/** What the sentence is about where the clause itself is short: a heading, a name before a colon or a comma. */
function leadOf(sentence: Sentence, index: number): string {
  const clause = clauseBefore(sentence, index)
  if (TELLS_ALL.test(clause)) return ''
  return `${sentence.part.part}|${sentence.under}|${sentence.text.match(/^[^，：⟦\d]{2,20}(?=[，：])/)?.[0] ?? ''}`
}

function differing(earlier: Mention, { sentence, number, phrase }: Mention): Draft[] {
  const difference = Math.abs(earlier.number.value - number.value)
  if (difference <= slackOf(earlier.number) + slackOf(number)) return []
  const severity: Severity = earlier.phrase === phrase ? 'error' : 'warning'
  const message = `“${phrase}”前文为“${printed(earlier.sentence, earlier.number)}”，此处为“${printed(sentence, number)}”，同一数量前后不一致，请核对`
  return [draftOn(sentence, [number.start, number.end], { severity, message })]
}
