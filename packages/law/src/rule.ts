import type { Citation } from './citation.js'

/** How sure and how grave: an error is wrong, a warning is likely wrong or against usage, a note is for a person to look at. */
export type Severity = 'error' | 'warning' | 'note'

/** One rule of checking as a row of data. `Example` is what the package that runs the rule needs to show it. */
export type RuleSpec<Example> = {
  /** An id of the check catalogue (`ARI-01`): stable for ever, printed in findings and correspondence. */
  readonly code: string
  /** The rule as an official would say it. */
  readonly states: string
  readonly basis: readonly Citation[]
  /** The gravest severity that the rule gives; a finding may be milder where less is sure. */
  readonly severity: Severity
  /** The forms of the annual report that the rule applies to. */
  readonly forms: readonly ('2019' | '2021')[]
  /** An example on which the rule stays silent, and one on which it finds something. */
  readonly passes: Example
  readonly fails: Example
}
