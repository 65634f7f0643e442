import { clauseBefore, type Sentence, segmentBefore } from './sentence.js'
import { slackOf, type TextNumber } from './text-number.js'

/** A stated total and the parts that the same sentence gives of it. Members are indexes of the sentence's numbers. */
export type Breakdown = {
  readonly total: number
  readonly parts: readonly number[]
  /** The sentence says or shows that the parts are all there is. */
  readonly exhaustive: boolean
  /** The same item may be counted on two channels. */
  readonly overlapping: boolean
  /** Some are parts of parts. */
  readonly nested: boolean
}

const OPENS = /其中|分别|具体为|具体是|包括|包含|（含|：$/
const WHOLE = /分别为|分别是|具体为|具体是/
const REST = /其[他它](?!组织)|其余|剩余/
const STOPS =
  /合计|总计|共|累计|另|此外|同时|全年|办结|答复|参加|召开|(?<!其他)组织|开展|比|较|同|上年|去年|增|减|均|满意|比重/
const NESTED = /其中|含|包括/
const CHANNELS = /通过|网站|微信|微博|公众号|平台|渠道|抖音|客户端|报刊|公开栏|显示屏|方式|媒体/
/** Kinds that are two and no more. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/建议/, /提案/],
  [/自然人|公民|个人/, /法人(?:或者?|和|及)?其他组织/],
]

/** Every total of the sentence that is broken down after it: 共…条，其中A a条、B b条. */
export function breakdownsOf(sentence: Sentence): Breakdown[] {
  return sentence.numbers.flatMap((number, total) => {
    const opening = sentence.numbers[total + 1] && segmentBefore(sentence, total + 1)
    if (
      !opening ||
      !isCount(number) ||
      !OPENS.test(opening) ||
      STOPS.test(opening) ||
      isListItem(sentence, total)
    )
      return []
    const { parts, nested } = partsAfter(sentence, total)
    return parts.length === 0 ? [] : [breakdown(sentence, total, parts, nested, opening)]
  })
}

/** Whether a number is an exact count of pieces or money, and no share, date or duration. */
export function isCount({ unit, fuzzy }: TextNumber): boolean {
  return unit !== null && !fuzzy && !/[%‰倍天日年月周]|百分点|小时|分钟|工作日/.test(unit)
}

/** The sum of the numbers at `indexes`, free of the noise of binary fractions. */
export function sumOf({ numbers }: Sentence, indexes: readonly number[]): number {
  const sum = indexes.reduce((running, index) => running + (numbers[index]?.value ?? 0), 0)
  return Math.round(sum * 1e6) / 1e6
}

/** How far rounded numbers may be off when they are added. */
export function slackOfAll({ numbers }: Sentence, indexes: readonly number[]): number {
  const slacks = indexes.flatMap((index) => numbers[index] ?? []).map(slackOf)
  return slacks.reduce((sum, slack) => sum + slack, 0) + 1e-6
}

/**
 * Whether the parts make up the total, all of them or the first few: past a comma the sentence may speak of
 * something else, a list that goes on with 、 does not.
 */
export function isReached(sentence: Sentence, { total, parts }: Breakdown): boolean {
  const whole = sentence.numbers[total]
  return parts.some((_, index) => {
    const next = parts[index + 1]
    const goesOn = next !== undefined && segmentBefore(sentence, next).startsWith('、')
    const some = parts.slice(0, index + 1)
    const difference = Math.abs(sumOf(sentence, some) - (whole?.value ?? 0))
    return !goesOn && difference <= slackOfAll(sentence, [total, ...some])
  })
}

/** 建议8件、提案5件，其中…: what follows belongs to both. */
function isListItem(sentence: Sentence, index: number): boolean {
  const before = sentence.numbers[index - 1]
  return (
    before?.unit === sentence.numbers[index]?.unit &&
    /^[、和及与]/.test(segmentBefore(sentence, index))
  )
}

function partsAfter(sentence: Sentence, total: number): { parts: number[]; nested: boolean } {
  const unit = sentence.numbers[total]?.unit
  const parts: number[] = []
  let nested = false
  const bracketed = segmentBefore(sentence, total + 1).includes('（')
  for (let index = total + 1; index < sentence.numbers.length; index++) {
    const number = sentence.numbers[index]
    const segment = segmentBefore(sentence, index)
    const first = parts.length === 0
    if (!number || (!first && (STOPS.test(segment) || (bracketed && segment.includes('）'))))) break
    if (!first && isNextSum(sentence, parts, index)) break
    if (!first && NESTED.test(segment)) nested = true
    if (number.unit !== unit) continue
    if (isCount(number) && (first || !inBrackets(sentence, total + 1, index))) parts.push(index)
    else nested = true
  }
  return { parts, nested }
}

/** Past a semicolon, a number with parts of its own, or one after parts that commas divide: 其中维持4件、纠正1件；诉讼9件. */
function isNextSum(sentence: Sentence, parts: readonly number[], index: number): boolean {
  if (!segmentBefore(sentence, index).includes('；')) return false
  const isDivided = parts.slice(1).every((part) => !segmentBefore(sentence, part).includes('；'))
  const next = sentence.numbers[index + 1] ? segmentBefore(sentence, index + 1) : ''
  return (parts.length > 1 && isDivided) || OPENS.test(next)
}

/** Whether a bracket that was opened after the number `from` is still open at the number `index`. */
function inBrackets({ flat, numbers }: Sentence, from: number, index: number): boolean {
  const between = flat.text.slice(numbers[from]?.start, numbers[index]?.start)
  return between.lastIndexOf('（') > between.lastIndexOf('）')
}

function breakdown(
  sentence: Sentence,
  total: number,
  parts: readonly number[],
  nested: boolean,
  opening: string,
): Breakdown {
  const labels = parts.map((index) => clauseBefore(sentence, index))
  const last = sentence.numbers[parts.at(-1) ?? total]?.end ?? sentence.end
  const andSoOn = sentence.flat.text.slice(last, last + 8).includes('等')
  const whole =
    WHOLE.test(opening) ||
    REST.test(labels.at(-1) ?? '') ||
    isPair(labels) ||
    areShares(sentence, parts)
  return {
    total,
    parts,
    exhaustive: whole && !nested && !andSoOn && parts.length > 1,
    overlapping: CHANNELS.test(labels.join()),
    nested,
  }
}

function isPair(labels: readonly string[]): boolean {
  const [first = '', second = ''] = labels
  const isBoth = ([one, other]: readonly [RegExp, RegExp]) =>
    (one.test(first) && other.test(second)) || (other.test(first) && one.test(second))
  return labels.length === 2 && PAIRS.some(isBoth)
}

/** Whether each part carries a share and the shares make up 100 %. */
function areShares({ numbers }: Sentence, parts: readonly number[]): boolean {
  const shares = parts.map((index) => numbers[index + 1])
  if (shares.length < 2 || !shares.every((share) => share?.unit === '%')) return false
  const sum = shares.reduce((running, share) => running + (share?.value ?? 0), 0)
  const step = Math.max(...shares.map((share) => share?.step ?? 0))
  return Math.abs(sum - 100) <= step * shares.length * 0.51
}
