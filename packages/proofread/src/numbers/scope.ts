import { allMatches } from '../words/text.js'
import { type Sentence, segmentBefore } from './sentence.js'

/**
 * Whose and which year's number it is. `own`: this authority's, of the report year;
 * `wider`: perhaps more than this authority (全市, 本级); `other`: another year, a part of the year, others' counts.
 */
export type Scope = 'own' | 'wider' | 'other'

const OTHER_TIME =
  /上年|去年|上一年|历年|往年|以来|累计|同期|上半年|下半年|季度|截至|\d月|连续|近.年/
const OTHERS =
  /各(?:级|部门|镇|乡|街道|单位|科室|县|区|市|村|地)|下属|所属|下级|直属|部门共|部门均|单位共|镇街|乡镇共|街道共|全省|全国/
// Done for or about others' matters.
const FOR_OTHERS = /指导|代理|审查|复核|抽查/
const WIDER = /全市|全县|全区|全镇|全系统|全街道|本级|系统内/
const YEAR = /(20\d{2})年/g

/** The scope of the number at `index`, told from the words of its sentence before it. */
export function scopeOf(sentence: Sentence, index: number, year: number | null): Scope {
  const until = (sentence.numbers[index]?.start ?? sentence.end) - sentence.start
  return scopeOfWords(sentence.text.slice(0, until), segmentBefore(sentence, index), year)
}

// The end of the report year is no other time.
const YEAR_END = /截至(?:20\d{2}年)?(?:年?底|年末|12月(?:31日|底))/g

/** The scope that `lead` (the sentence so far) and `segment` (its last stretch) tell. */
export function scopeOfWords(lead: string, segment: string, year: number | null): Scope {
  const named = allMatches(lead, YEAR).at(-1)?.[1]
  if (named !== undefined && year !== null && Number(named) !== year) return 'other'
  if (OTHER_TIME.test(segment.replace(YEAR_END, '')) || FOR_OTHERS.test(segment)) return 'other'
  if (OTHERS.test(lead)) return 'other'
  return WIDER.test(lead) ? 'wider' : 'own'
}
