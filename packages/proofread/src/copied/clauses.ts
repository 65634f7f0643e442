import type { ProofreadInput, TextPart } from '../input.js'
import { type FlatText, flatOf } from '../numbers/flat-text.js'
import { isNarrative } from '../numbers/sentence.js'
import { isBoilerplate } from './boilerplate.js'

/** A stretch between two commas or stops, in the writer's own words. `start` and `end` are offsets in the flat text. */
export type Clause = {
  readonly part: TextPart
  readonly flat: FlatText
  readonly start: number
  readonly end: number
  /** The words without punctuation, figures as `#`, the authority's own name as 我. */
  readonly key: string
}

const STOPS = '，。；：！？\n'
const FIRST_HAN = '\u4e00'
const LAST_HAN = '\u9fff'
const DIGIT = /\d/
const SELF = /(?:我|本|全)(?:市|县|区|旗|局|镇|乡|办|委|院|机关|单位|街道)/g

/** The clauses of the sections in reading order, without official wording; the introduction is nothing else. */
export function ownClauses({
  parts,
  authority,
}: Pick<ProofreadInput, 'parts' | 'authority'>): readonly Clause[] {
  const own = ownNames(authority)
  return parts
    .filter(({ part }) => isNarrative(part) && part !== 'intro')
    .flatMap((part) => split(part, own))
    .filter(({ key }) => !isBoilerplate(key))
}

function split(part: TextPart, own: RegExp | null): Clause[] {
  const flat = flatOf(part)
  const clauses: Clause[] = []
  let [start, words] = [0, '']
  for (let i = 0; i <= flat.text.length; i++) {
    const char = flat.text[i] ?? '\n'
    if (char >= FIRST_HAN && char <= LAST_HAN) words += char
    else if (DIGIT.test(char)) words += words.endsWith('#') ? '' : '#'
    else if (STOPS.includes(char)) {
      if (words !== '') clauses.push({ part, flat, start, end: i, key: masked(words, own) })
      start = i + 1
      words = ''
    }
  }
  return clauses
}

function masked(words: string, own: RegExp | null): string {
  return (own ? words.replace(own, '我') : words).replace(SELF, '我')
}

/** 云岭县财政局 is also written 县财政局 and 财政局. */
function ownNames(name: string | null): RegExp | null {
  if (!name || name.length < 3) return null
  const bare = name.replace(/^.*?[省市县区旗州](?=.{2,})/, '')
  const names = [name, ...(bare.length > 2 ? [`[市县区]?${bare}`] : [])]
  return new RegExp(names.join('|'), 'g')
}
