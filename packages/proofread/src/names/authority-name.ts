import type { ProofreadInput } from '../input.js'
import { textOf } from '../words/text.js'

/** One level of the place in an authority's name: `青溪` + `区`. */
export type PlaceName = { readonly stem: string; readonly suffix: PlaceSuffix }

type PlaceSuffix = (typeof SUFFIXES)[number]

/** `嘉禾市青溪区财政局`: its places from the outermost, and the body; a bare `石桥街道` has an empty body. */
export type AuthorityName = {
  readonly full: string
  readonly places: readonly PlaceName[]
  readonly body: string
}

const SUFFIXES = [
  '自治区',
  '自治州',
  '街道',
  '省',
  '市',
  '区',
  '县',
  '旗',
  '盟',
  '镇',
  '乡',
] as const

// A stem of two to five characters and its suffix; 住房和城|乡建设 and 市|场监管 are bodies and not places.
const PLACE = new RegExp(
  `^([\\u4e00-\\u9fff]{2,5}?)(${SUFFIXES.join('|')})(?!建设|规划|场|容|村振兴|域)`,
)

/** The places and the body of an authority's full name. */
export function parseAuthority(name: string): AuthorityName {
  const places: PlaceName[] = []
  let rest = bare(name)
  for (let found = PLACE.exec(rest); found; found = PLACE.exec(rest)) {
    const [whole, stem = '', suffix] = found
    places.push({ stem, suffix: suffix as PlaceSuffix })
    rest = rest.slice(whole.length)
  }
  return { full: bare(name), places, body: rest }
}

/** The report's own authority: as told, else as the title names it; null where neither says. */
export function ownAuthority(input: ProofreadInput): AuthorityName | null {
  const name = input.authority ?? titleName(textOf(input, 'title'))
  return name ? parseAuthority(name) : null
}

/** The name before the year or the subject of a title: `嘉禾市财政局2023年政府信息公开工作年度报告`. */
export function titleName(title: string): string | null {
  const name =
    /^(?:关于)?([\u4e00-\u9fff（）]+?)(?:关于)?(?:[12]\d{3}年|[一二三四五六七八九〇○零]{4}年|政府信息公开)/.exec(
      bare(title),
    )
  return name?.[1] ?? null
}

/** `text` without blanks and line feeds. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '')
}
