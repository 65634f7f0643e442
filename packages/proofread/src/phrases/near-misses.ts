import { cite } from '@gongkai/law'
import type { TextPart } from '../input.js'
import { bare } from '../names/authority-name.js'
import { type Draft, draftAt } from '../rule.js'
import { matchesIn } from '../words/text.js'

const SLOGAN = '公开为常态、不公开为例外'

// 公开为…、不公开为…: what fills the frame, up to the end of the phrase.
const FRAME =
  /公开(?<!不公开)(?<is>[为是]?)(?<norm>[\u4e00-\u9fff]{1,3}?)[，、,；]?\s*以?(?<not>不公开|不予公开|非公开)(?<isNot>[为是]?)(?<exception>[\u4e00-\u9fff]{2,3}?)(?=[^\u4e00-\u9fff]|的|原则|要求|方针|$)/g

/** 公开为常态、不公开为例外 with one half right and other words in the other half. */
export function nearSlogans(parts: readonly TextPart[]): Draft[] {
  return matchesIn(parts, FRAME).flatMap(({ part, groups, start, end }) => {
    const { is = '', norm = '', not = '', isNot = '', exception = '' } = groups.groups ?? {}
    const isNormRight = is !== '' && norm === '常态'
    const isExceptionRight = not === '不公开' && isNot !== '' && exception === '例外'
    if (isNormRight === isExceptionRight) return []
    // Without 为 the phrase must at least hold the word itself: 公开常态、不公开为例外.
    if (isExceptionRight ? is === '' && norm !== '常态' : isNot === '' && exception !== '例外')
      return []
    return [
      draftAt(part, [start, end], {
        severity: is === '是' && isNot === '是' ? 'warning' : 'error',
        message: `引用不准确，应为“${SLOGAN}”。`,
        shouldBe: SLOGAN,
        basis: [cite('OGI-2019', 5)],
      }),
    ]
  })
}

const TITLE = /《[^《》〈〉]{7,20}》/g
const FULL = '中华人民共和国政府信息公开条例'
const SHORT = '政府信息公开条例'

/** The Regulation's title with a character or two wrong, left out or too many. */
export function nearTitles(parts: readonly TextPart[]): Draft[] {
  return matchesIn(parts, TITLE).flatMap(({ part, groups, start, end }) => {
    const title = bare(groups[0].slice(1, -1))
    if (title === FULL || title === SHORT) return []
    if (!isWithin(title, FULL, 2) && !isWithin(title, SHORT, 1)) return []
    return [
      draftAt(part, [start, end], {
        severity: 'error',
        message: `引用不准确，应为“《${FULL}》”。`,
        shouldBe: `《${FULL}》`,
        basis: [cite('OGI-2019', 1)],
      }),
    ]
  })
}

/** Whether `edits` characters left out, put in or changed make one text the other. */
function isWithin(one: string, other: string, edits: number): boolean {
  if (Math.abs(one.length - other.length) > edits) return false
  let at = 0
  while (at < one.length && one.charAt(at) === other.charAt(at)) at++
  const [rest, due] = [one.slice(at), other.slice(at)]
  if (rest === '' || due === '') return Math.max(rest.length, due.length) <= edits
  if (edits === 0) return false
  return (
    isWithin(rest.slice(1), due.slice(1), edits - 1) ||
    isWithin(rest.slice(1), due, edits - 1) ||
    isWithin(rest, due.slice(1), edits - 1)
  )
}
