import type { TextRule } from '../rule.js'
import { FROM_LAST_YEAR } from './from-last-year.js'
import { FROM_SIBLING } from './from-sibling.js'

/** What is copied: from last year's report, from another authority's. */
export const COPIED_RULES: readonly TextRule[] = [FROM_LAST_YEAR, FROM_SIBLING]
