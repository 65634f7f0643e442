import type { Draft } from '../rule.js'
import { allMatches } from '../words/text.js'
import { isCount } from './breakdown.js'
import { draftOn, printed, type Sentence, segmentBefore } from './sentence.js'
import { slackOf, type TextNumber } from './text-number.js'

const UP = '增加|增长|上升|提高|提升|增幅|多'
const RISES = new RegExp(`^(?:${UP})`)
const DOWN = '减少|下降|降低|下滑|降幅|少'
const CHANGE = `(?<turn>${UP}|${DOWN})(?:率|幅度)?(?:了|为|达到|达|约)?`
const GAP = '[^⟦⟧。；]'
// Words that do not yet tell of the change itself.
const STILL = '[^⟦⟧。；增减升降多少]'
const LAST_YEAR = '(?:上年|去年|上一年|20\\d{2}年)'

/**
 * How growth is written when both years' numbers stand in the sentence. `now`, `then`: the two values;
 * `by`: the difference; `rate`: the percentage.
 */
const FORMS: readonly RegExp[] = [
  // 由80件增加到100件，增长25%
  `(?:由|从)${GAP}{0,16}⟦(?<then>\\d+)⟧${GAP}{0,8}(?:增加|增长|上升|提高|提升|增|升|下降|减少|降低|降|减)(?:到|至|为)⟦(?<now>\\d+)⟧${GAP}{0,8}${CHANGE}⟦(?<rate>\\d+)⟧`,
  // 100件，较上年的80件增长25%; 100件（上年80件），增长25%
  `⟦(?<now>\\d+)⟧(?:[，、（]?(?:较|比|相比|与)|（)${LAST_YEAR}${STILL}{0,6}⟦(?<then>\\d+)⟧[）]?(?:相比)?[，、]?(?:同比)?${CHANGE}⟦(?<by>\\d+)⟧(?:[，、]${GAP}{0,2}${CHANGE.replace('turn', 'again')}⟦(?<rate>\\d+)⟧)?`,
  // 100件，较上年增加20件，增长25%
  `⟦(?<now>\\d+)⟧[，、（]?(?:较|比|同比|与)${GAP}{0,8}?${CHANGE}⟦(?<by>\\d+)⟧[，、（]?(?:同比)?(?:增幅|降幅|增长|下降|上升|增加|减少)(?:率)?(?:为|达|了)?⟦(?<rate>\\d+)⟧`,
  // 上年80件，今年100件，增长25%
  `${LAST_YEAR}${GAP}{0,12}⟦(?<then>\\d+)⟧[，、](?:本年|今年|20\\d{2}年)${GAP}{0,12}⟦(?<now>\\d+)⟧[，、](?:同比)?${CHANGE}⟦(?<rate>\\d+)⟧`,
].map((form) => new RegExp(form, 'g'))

/** Growth that does not follow from the two years' numbers of the same sentence. */
export function wrongGrowth(sentence: Sentence): Draft[] {
  if (sentence.numbers.length < 3) return []
  const frame = frameOf(sentence)
  return FORMS.flatMap((form) =>
    allMatches(frame, form).flatMap(({ groups }) => judged(sentence, groups ?? {})),
  )
}

/** The sentence with its numbers as `⟦0⟧`, `⟦1⟧` …. */
function frameOf(sentence: Sentence): string {
  const { flat, end, numbers } = sentence
  const pieces = numbers.map((_, index) => `${segmentBefore(sentence, index)}⟦${index}⟧`)
  return pieces.join('') + flat.text.slice(numbers.at(-1)?.end, end)
}

type Named = Partial<Record<'now' | 'then' | 'by' | 'rate' | 'turn', string>>

function judged(sentence: Sentence, groups: Named): Draft[] {
  const at = (name: 'now' | 'then' | 'by' | 'rate') =>
    groups[name] === undefined ? undefined : sentence.numbers[Number(groups[name])]
  const [now, then, by] = [at('now'), at('then'), at('by')]
  const rate = at('rate') ?? (by?.unit === '%' ? by : undefined)
  const difference = by?.unit === '%' ? undefined : by
  const counts = [now, then, difference].filter((one) => one !== undefined)
  if (!now || !counts.every(isCount) || counts.some(({ unit }) => unit !== now.unit)) return []
  const rises = RISES.test(groups.turn ?? '')
  const earlier = then?.value ?? now.value - signed(difference?.value ?? 0, rises)
  const slack = counts.map(slackOf).reduce((sum, one) => sum + one, 0)
  return [
    ...wrongDifference(sentence, now, then, difference, rises, slack),
    ...wrongRate(sentence, [earlier, now.value], rate, rises, slack),
  ]
}

function wrongDifference(
  sentence: Sentence,
  now: TextNumber,
  then: TextNumber | undefined,
  by: TextNumber | undefined,
  rises: boolean,
  slack: number,
): Draft[] {
  if (!then || !by) return []
  const real = now.value - then.value
  if (Math.abs(real - signed(by.value, rises)) <= slack + 1e-6) return []
  const message = `由“${printed(sentence, then)}”到“${printed(sentence, now)}”，${turned(real)}${round(Math.abs(real), 4)}，文中写作“${printed(sentence, by)}”，请核对`
  return [draftOn(sentence, [by.start, by.end], { severity: 'error', message })]
}

function wrongRate(
  sentence: Sentence,
  [then, now]: readonly [number, number],
  rate: TextNumber | undefined,
  rises: boolean,
  slack: number,
): Draft[] {
  if (rate?.unit !== '%' || rate.fuzzy || then <= 0) return []
  const real = (100 * (now - then)) / then
  const rounding = (100 * slack * (1 + Math.abs(now) / then)) / then
  if (Math.abs(real - signed(rate.value, rises)) < rate.step * 1.0001 + rounding) return []
  const right = Math.abs(real).toFixed(Math.max(1, -Math.log10(rate.step)))
  const message = `由${round(then, 4)}到${round(now, 4)}，${turned(real)}${right}%，文中写作“${printed(sentence, rate)}”，请核对`
  return [draftOn(sentence, [rate.start, rate.end], { severity: 'error', message })]
}

function signed(value: number, rises: boolean): number {
  return rises ? value : -value
}

function turned(change: number): string {
  return change < 0 ? '减少' : '增加'
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
