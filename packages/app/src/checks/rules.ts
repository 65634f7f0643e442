import type { RuleSpec } from '@gongkai/law'
import { RULES as TEXT_RULES } from '@gongkai/proofread'
import { RULES as REPORT_RULES } from '@gongkai/report'

/** The version of the rules: it changes with every rule that is added, dropped or judges otherwise. */
export const RULESET = '2026.1'

/** Every rule of annual reports and of text, by code; where both judge one thing (LOG-01), the tables' rule comes first. */
export const RULES: readonly RuleSpec<unknown>[] = [...REPORT_RULES, ...TEXT_RULES].toSorted(
  (a, b) => Number(a.code > b.code) - Number(a.code < b.code),
)
