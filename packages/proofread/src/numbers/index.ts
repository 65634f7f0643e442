import type { TextRule } from '../rule.js'
import { AGAINST_TABLES } from './against-tables.js'
import { FUZZY_NUMBER } from './fuzzy-number.js'
import { MISSING_NUMBER } from './missing-number.js'
import { NO_REQUESTS } from './no-requests.js'
import { PARTS_AND_TOTAL } from './parts-and-total.js'
import { PERCENTAGES } from './percentages.js'
import { SAID_TWICE } from './said-twice.js'

export { type FigureOfText, figures } from './figures.js'

/** What can be wrong with the numbers of the text, NUM-01 to NUM-06 and LOG-01. */
export const NUMBER_RULES: readonly TextRule[] = [
  AGAINST_TABLES,
  PARTS_AND_TOTAL,
  PERCENTAGES,
  SAID_TWICE,
  MISSING_NUMBER,
  FUZZY_NUMBER,
  NO_REQUESTS,
]
