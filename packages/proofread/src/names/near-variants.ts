import type { TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { soundsAlike } from '../words/sound.js'
import { sentenceAround } from '../words/text.js'
import type { AuthorityName } from './authority-name.js'
import { domainOf } from './domains.js'

/**
 * The own name with one character wrong, whatever its sound: 云岩县教育局 for 云岭县教育局. There may be such a body,
 * so the rest of the own name must follow, and the sentence must not tell of dealings with others.
 */
export function nearVariants(parts: readonly TextPart[], own: AuthorityName): Draft[] {
  return parts.flatMap((part) => [
    ...own.places.flatMap((_, level) => nearPlaces(part, own, level)),
    ...nearBodies(part, own),
  ])
}

// Townships of one county share a character more often than not.
const TOWNSHIPS: readonly string[] = ['街道', '镇', '乡']

function nearPlaces(part: TextPart, own: AuthorityName, level: number): Draft[] {
  const place = own.places[level]
  const inner = own.places[level + 1]
  if (!place || (!inner && TOWNSHIPS.includes(place.suffix))) return []
  const rest = inner ? inner.stem + inner.suffix : own.body
  if (rest.length < 3) return []
  return placesOf(part.text, place.suffix + rest).flatMap((at) => {
    const start = at - place.stem.length
    const printed = part.text.slice(Math.max(0, start), at)
    if (!isOneOff(printed, place.stem)) return []
    const [from, to] = [startOfName(part.text, start, own, level), at + place.suffix.length]
    if (tellsOfOthers(part.text, from, to + rest.length, place.stem + place.suffix + rest))
      return []
    return [toDraft(part, start, printed, { right: place.stem, isSure: inner !== undefined })]
  })
}

/** The body's name after the own place, one character off and still of the same field: 农业农林局. */
function nearBodies(part: TextPart, { places, body }: AuthorityName): Draft[] {
  const place = places.at(-1)
  if (!place || body.length < 5) return []
  const name = place.stem + place.suffix
  return placesOf(part.text, name).flatMap((at) => {
    const start = at + name.length
    const printed = part.text.slice(start, start + body.length)
    // 市场监督管理所 is a body of its own.
    const isOther = printed.at(-1) !== body.at(-1) || domainOf(printed) !== domainOf(body)
    if (isOther || !isOneOff(printed, body)) return []
    if (tellsOfOthers(part.text, at, start + body.length, name + body)) return []
    return [toDraft(part, start, printed, { right: body, isSure: false })]
  })
}

function placesOf(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** One Chinese character for another; a slip of the sound alone is told by `name-variants.ts`. */
function isOneOff(printed: string, right: string): boolean {
  if (printed.length !== right.length || !/^[\u4e00-\u9fff]+$/.test(printed)) return false
  const slips = Array.from(printed).filter((one, index) => one !== right.charAt(index))
  return slips.length === 1 && !soundsAlike(printed, right)
}

/** Where the name begins: before its outer places, as far as they are printed. */
function startOfName(text: string, start: number, own: AuthorityName, level: number): number {
  let from = start
  for (const { stem, suffix } of own.places.slice(0, level).toReversed()) {
    if (!text.slice(0, from).endsWith(stem + suffix)) break
    from -= stem.length + suffix.length
  }
  return from
}

const DEALINGS = /学习|交流|借鉴|调研|考察|参观|协议|兄弟|经验|联合|对口|转发|移送|致函|来函/
const JOINED_BEFORE = /(?:[与和及同向赴到、]|转发)$/
const JOINED_AFTER = /^[、和与及等来]/

function tellsOfOthers(text: string, from: number, to: number, own: string): boolean {
  const sentence = sentenceAround(text, from)
  return (
    sentence.includes(own) ||
    DEALINGS.test(sentence) ||
    JOINED_BEFORE.test(text.slice(Math.max(0, from - 2), from)) ||
    JOINED_AFTER.test(text.slice(to, to + 1))
  )
}

type Verdict = { readonly right: string; readonly isSure: boolean }

function toDraft(part: TextPart, start: number, printed: string, { right, isSure }: Verdict) {
  return draftAt(part, [start, start + printed.length], {
    severity: isSure ? 'error' : 'warning',
    message: isSure
      ? `本机关名称误写：“${printed}”应为“${right}”。`
      : `“${printed}”与本机关名称中的“${right}”仅一字之差，疑为误写，请核对。`,
    shouldBe: isSure ? right : null,
  })
}
