import type { TextRule } from '../rule.js'
import { PUNCTUATION } from './punctuation.js'
import { REPETITION } from './repetition.js'

/** Punctuation and repetition, STY-01 and DUP-01. */
export const STYLE_RULES: readonly TextRule[] = [PUNCTUATION, REPETITION]
