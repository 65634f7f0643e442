import { ACROSS_YEARS_RULES } from './across-years.js'
import { ARITHMETIC_RULES } from './arithmetic.js'
import { CELL_RULES } from './cell-rules.js'
import { CONSOLIDATED_RULES } from './consolidated.js'
import { CONTENT_RULES } from './content.js'
import { FEE_RULES } from './fees.js'
import { FORMAT_RULES } from './format.js'
import { HEADING_RULES } from './headings.js'
import { INTRO_RULES } from './intro.js'
import { PLAUSIBILITY_RULES } from './plausibility.js'
import type { ReportRule } from './rule.js'
import { SIGNATURE_RULES } from './signature.js'

/** The rules that judge the text: of tables without it they can say nothing. */
export const OF_TEXT: ReadonlySet<ReportRule> = new Set([
  ...HEADING_RULES,
  ...INTRO_RULES,
  ...CONTENT_RULES,
  ...FEE_RULES,
  ...SIGNATURE_RULES.filter(({ code }) => code === 'STR-08'),
])

/** Every rule of the annual report: structure, form, cells, sums, years, plausibility, publication. */
export const RULES: readonly ReportRule[] = [
  ...HEADING_RULES,
  ...INTRO_RULES,
  ...CONTENT_RULES,
  ...FORMAT_RULES,
  ...CELL_RULES,
  ...ARITHMETIC_RULES,
  ...ACROSS_YEARS_RULES,
  ...CONSOLIDATED_RULES,
  ...PLAUSIBILITY_RULES,
  ...FEE_RULES,
  ...SIGNATURE_RULES,
]
