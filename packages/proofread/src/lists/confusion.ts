import type { Severity } from '@gongkai/law'

/** A wrong word and the right one. */
export type Confusion = {
  readonly wrong: string
  readonly right: string
  readonly severity: Severity
  /** Longer words in which the same characters are right: `提起上诉问题` for 上诉问题. */
  readonly not: readonly string[]
}

/** `[wrong, right]`, then the contexts in which `wrong` stands rightly, separated by blanks. */
export type ConfusionRow = readonly [wrong: string, right: string, not?: string]

/** Rows of one severity as confusions. */
export function confusions(severity: Severity, rows: readonly ConfusionRow[]): Confusion[] {
  return rows.map(([wrong, right, not = '']) => ({
    wrong,
    right,
    severity,
    not: not.split(' ').filter(Boolean),
  }))
}
