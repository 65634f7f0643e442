import type { TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { soundsAlike } from '../words/sound.js'
import type { AuthorityName, PlaceName } from './authority-name.js'

/** Same-sound and turned-round spellings of the own name: 秀州区 for 秀洲区, 财正局 for 财政局. */
export function nameVariants(parts: readonly TextPart[], own: AuthorityName): Draft[] {
  return parts.flatMap((part) => [
    ...own.places.flatMap((place, level) => placeVariants(part, own, place, level)),
    ...bodyVariants(part, own),
  ])
}

// What a suffix may begin: 市场, 区分, 乡村 are no end of a place's name.
const OTHER_WORD = /^(?:市场|市容|市民|区分|区别|区间|区块|区域|乡村|乡镇|乡土|镇静|镇定)/

function placeVariants(
  part: TextPart,
  own: AuthorityName,
  place: PlaceName,
  level: number,
): Draft[] {
  const { stem, suffix } = place
  const found: Draft[] = []
  for (let at = part.text.indexOf(suffix); at >= 0; at = part.text.indexOf(suffix, at + 1)) {
    const start = at - stem.length
    const printed = part.text.slice(Math.max(0, start), at)
    if (printed.length < stem.length || printed === stem) continue
    if (OTHER_WORD.test(part.text.slice(at, at + 2))) continue
    const isSure = isAnchored(part.text, start, at + suffix.length, own, level)
    if (isVariant(printed, stem, isSure)) found.push(toDraft(part, start, printed, stem))
  }
  return found
}

// 西区和东区 is no slip for 河东区: these characters join words and stand before any place.
const JOINING = /[和与及在是为的对从将被按以或于由其]/

/** One same-sound character is a slip wherever it stands; more, or the two turned round, where the own name goes on beside it. */
function isVariant(printed: string, stem: string, isAnchored: boolean): boolean {
  if (!/^[\u4e00-\u9fff]+$/.test(printed)) return false
  const slips = Array.from(printed).filter((one, index) => one !== stem.charAt(index))
  if (!isAnchored && (slips.length > 1 || JOINING.test(slips.join('')))) return false
  return soundsAlike(printed, stem) || isTurnedRound(printed, stem)
}

function isTurnedRound(printed: string, stem: string): boolean {
  return stem.length === 2 && printed === `${stem.charAt(1)}${stem.charAt(0)}`
}

function isAnchored(
  text: string,
  start: number,
  end: number,
  { places, body }: AuthorityName,
  level: number,
): boolean {
  const [outer, inner] = [places[level - 1], places[level + 1]]
  const goesBefore = outer && text.slice(0, start).endsWith(outer.stem + outer.suffix)
  const goesAfter = inner ? inner.stem + inner.suffix : body
  return goesBefore === true || (goesAfter.length > 1 && text.startsWith(goesAfter, end))
}

/** The body's name with one same-sound character, after the place: 青溪区财正局. */
function bodyVariants(part: TextPart, { places, body }: AuthorityName): Draft[] {
  const place = places.at(-1)
  if (!place || body.length < 3) return []
  const full = place.stem + place.suffix
  const found: Draft[] = []
  for (let at = part.text.indexOf(full); at >= 0; at = part.text.indexOf(full, at + 1)) {
    const start = at + full.length
    const printed = part.text.slice(start, start + body.length)
    const differing = Array.from(body).filter((one, index) => one !== printed.charAt(index)).length
    if (differing === 1 && soundsAlike(printed, body))
      found.push(toDraft(part, start, printed, body))
  }
  return found
}

function toDraft(part: TextPart, start: number, printed: string, right: string): Draft {
  return draftAt(part, [start, start + printed.length], {
    severity: 'error',
    message: `本机关名称误写：“${printed}”应为“${right}”。`,
    shouldBe: right,
  })
}
