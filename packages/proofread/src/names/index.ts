import type { TextRule } from '../rule.js'
import { OTHER_NAMES } from './other-names.js'
import { OWN_NAME } from './own-name.js'

/** Names of the authority and of others, NAME-01 and NAME-02. */
export const NAME_RULES: readonly TextRule[] = [OWN_NAME, OTHER_NAMES]
