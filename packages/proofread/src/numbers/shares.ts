import type { Severity } from '@gongkai/law'
import type { Draft } from '../rule.js'
import { type Breakdown, breakdownsOf, isCount } from './breakdown.js'
import { draftOn, printed, type Sentence, segmentBefore } from './sentence.js'
import { slackOf, type TextNumber } from './text-number.js'

// 占, 占比, 占申请总数的: a share of the whole; another base (占全市的) is left alone.
const OF_WHOLE =
  /^[，、（]?(?:约|分别)?占(?:比)?(?:总|全部|全年|本年|信息|公开|发布|申请|数|量|件|条|的|比|例|率|为|约|达|到|政府|主动|办理|答复|受理|收到|：)*$/
const RATE = /率|增|减|升|降|提高|较|比上|同比|以上|超过/
const REST = /其[他它](?!组织)|其余/

/** Shares that are not the quotient of the numbers beside them. */
export function wrongShares(sentence: Sentence, before: readonly Sentence[]): Draft[] {
  const breakdowns = breakdownsOf(sentence)
  return sentence.numbers.flatMap((share, index) => {
    const part = sentence.numbers[index - 1]
    if (!isShare(sentence, index) || share.fuzzy || !part || !isCount(part)) return []
    const severity = certainty(sentence, index - 1, breakdowns)
    const wholes = wholesFor(sentence, index - 1, before)
    if (!severity || wholes.some((whole) => fits(part, whole, share))) return []
    const [whole = 0] = parentOf(sentence, index - 1, breakdowns)
    const right = ((100 * part.value) / whole).toFixed(Math.max(0, -Math.log10(share.step)))
    const message = `“${printed(sentence, part)}”占“${whole}”的${right}%，文中写作“${printed(sentence, share)}”，请核对`
    return [draftOn(sentence, [share.start, share.end], { severity, message })]
  })
}

/** Shares of one whole that do not make up 100 %. */
export function wrongSumOfShares(sentence: Sentence): Draft[] {
  const shares = sentence.numbers.flatMap((number, index) =>
    number.unit === '%' && !RATE.test(segmentBefore(sentence, index)) ? [index] : [],
  )
  if (shares.length < 2 || shares.length < percents(sentence) || isMixed(sentence, shares))
    return []
  const members = shares.flatMap((index) => sentence.numbers[index] ?? [])
  const sum = Math.round(members.reduce((total, { value }) => total + value, 0) * 1000) / 1000
  const step = Math.max(...members.map((one) => one.step))
  const hasRest = REST.test(labelOf(sentence, shares.at(-1) ?? 0))
  const isOff = Math.abs(sum - 100) > step * Math.max(shares.length * 0.5, 1) + 1e-6
  if (!isOff || !(hasRest || (shares.length > 2 && sum > 100))) return []
  const severity = hasRest && shares.length > 2 ? 'error' : 'warning'
  const message = `各项占比相加为${sum}%，不等于100%，请核对`
  const [first, last] = [members[0], members.at(-1)]
  return [
    draftOn(sentence, [first?.start ?? sentence.start, last?.end ?? sentence.end], {
      severity,
      message,
    }),
  ]
}

function isShare(sentence: Sentence, index: number): boolean {
  return sentence.numbers[index]?.unit === '%' && OF_WHOLE.test(segmentBefore(sentence, index))
}

function certainty(
  sentence: Sentence,
  part: number,
  breakdowns: readonly Breakdown[],
): Severity | null {
  if (breakdowns.some(({ parts }) => parts.includes(part))) return 'error'
  return parentOf(sentence, part, breakdowns).length > 0 ? 'warning' : null
}

/** The total that the sentence gives for a part: that of its breakdown, else a larger number before it that is no share itself. */
function parentOf(sentence: Sentence, part: number, breakdowns: readonly Breakdown[]): number[] {
  const own = breakdowns.find(({ parts }) => parts.includes(part))
  if (own) return [sentence.numbers[own.total]?.value ?? 0]
  const isWhole = isWholeOf(sentence.numbers[part])
  return sentence.numbers
    .slice(0, part)
    .filter((number, index) => isWhole(number) && !isShare(sentence, index + 1))
    .map(({ value }) => value)
}

function wholesFor(sentence: Sentence, part: number, before: readonly Sentence[]): number[] {
  const number = sentence.numbers[part]
  const earlier = before.flatMap(({ numbers }) => numbers)
  return [...earlier, ...sentence.numbers].filter(isWholeOf(number)).map(({ value }) => value)
}

function isWholeOf(part: TextNumber | undefined): (number: TextNumber) => boolean {
  return (number) =>
    part !== undefined && number !== part && number.unit === part.unit && number.value >= part.value
}

/** Rounded or cut off at the printed decimals: both are usage. */
function fits(part: TextNumber, whole: number, { value, step }: TextNumber): boolean {
  const rounding = (200 * slackOf(part)) / whole
  return whole > 0 && Math.abs((100 * part.value) / whole - value) < step * 1.0001 + rounding
}

function percents({ numbers }: Sentence): number {
  return numbers.filter(({ unit }) => unit === '%').length
}

/** Shares of shares, shares of different wholes, or no shares at all. */
function isMixed(sentence: Sentence, shares: readonly number[]): boolean {
  const labels = shares.map((index) => labelOf(sentence, index))
  const nested = labels.slice(1).some((label) => /其中|含/.test(label))
  const withoutSign = labels.filter((label) => !label.includes('占')).length
  const fuzzy = shares.some((index) => sentence.numbers[index]?.fuzzy)
  return nested || fuzzy || (withoutSign > 0 && !REST.test(labels.at(-1) ?? ''))
}

/** The words since the share before: for 自然人6件，占60% both 自然人 and 占. */
function labelOf(sentence: Sentence, index: number): string {
  const previous = sentence.numbers.slice(0, index).findLast(({ unit }) => unit === '%')
  return sentence.flat.text.slice(previous?.end ?? sentence.start, sentence.numbers[index]?.start)
}
