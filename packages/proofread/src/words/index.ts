import type { TextRule } from '../rule.js'
import { WRONG_WORDS } from './wrong-words.js'

/** Wrong characters, TYPO-01. */
export const WORD_RULES: readonly TextRule[] = [WRONG_WORDS]
