import type { TextRule } from '../rule.js'
import { BANK_CARDS } from './bank-card.js'
import { IDENTITY_NUMBERS } from './identity-number.js'
import { MOBILE_NUMBERS } from './mobile-number.js'

/** Personal data that must not be published, PRI-01 to PRI-03. Messages and `says` carry the number masked. */
export const PERSONAL_RULES: readonly TextRule[] = [IDENTITY_NUMBERS, MOBILE_NUMBERS, BANK_CARDS]
