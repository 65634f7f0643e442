import type { TextRule } from '../rule.js'
import { LEGAL_BASIS } from './legal-basis.js'
import { MISQUOTED } from './slogans.js'
import { TERM_MISUSE } from './terms.js'
import { OUTSIDE_PERIOD } from './time-words.js'

/** Legal basis, quotations, terms and time words: BAS-01, BAS-02, TERM-01, YEAR-01. */
export const PHRASE_RULES: readonly TextRule[] = [
  LEGAL_BASIS,
  MISQUOTED,
  TERM_MISUSE,
  OUTSIDE_PERIOD,
]
