import { checkLetter } from '../check-letter.js'
import { composeLetter } from '../compose-letter.js'
import { exampleFacts, NATIONAL_LETTER_LAW } from '../example-facts.js'
import type { LetterText } from '../letter-text.js'
import type { LetterExample, LetterFinding, LetterRule } from './rule.js'

/** What `rules` say of an example. To replace words that do not stand in the letter is a fault: RangeError. */
export function runLetterExample(
  { kind, facts: changed, replace, letter: put, thirdParties = [], consulted = [] }: LetterExample,
  rules: readonly LetterRule[],
): readonly LetterFinding[] {
  const facts = { ...exampleFacts(kind), ...changed }
  const composed = composeLetter(kind, facts, NATIONAL_LETTER_LAW)
  const letter = { ...(replace ? replaced(composed, replace) : composed), ...put }
  return checkLetter(letter, { facts, thirdParties, consulted }, NATIONAL_LETTER_LAW, rules)
}

function replaced(letter: LetterText, [from, to]: readonly [string, string]): LetterText {
  const text = JSON.stringify(letter)
  if (!text.includes(from)) throw new RangeError(`例文中没有“${from}”`)
  return JSON.parse(text.replaceAll(from, to))
}
