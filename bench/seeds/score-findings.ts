import type { Finding } from '@gongkai/report'
import { CONTROLS, SURE_FINDINGS, type SureFinding } from './sure-findings.js'

/** What the findings of the seeds show: sure mistakes not found, and controls that were flagged. */
export type FindingScore = {
  readonly sure: number
  readonly missed: readonly string[]
  readonly controls: number
  readonly flagged: readonly string[]
}

/** Holds the findings of each seed, in the order of the seeds, against the sure rows and the controls. */
export function scoreFindings(seeds: readonly (readonly Finding[])[]): FindingScore {
  const hits = (row: SureFinding) => (seeds[row[0]] ?? []).filter((finding) => isAt(finding, row))
  return {
    sure: SURE_FINDINGS.length,
    missed: SURE_FINDINGS.filter((row) => hits(row).length === 0).map((row) => row.join(' ')),
    controls: CONTROLS.length,
    flagged: CONTROLS.flatMap((row) =>
      hits(row).map(({ rule, message }) => `${row.join(' ')}: ${rule} ${message}`),
    ),
  }
}

/** Rules are compared by prefix; a finding without a place stands at no line. */
function isAt({ rule, at }: Finding, [, from, to, ...rules]: SureFinding): boolean {
  if (!rules.some((one) => rule.startsWith(one))) return false
  return at?.kind === 'line' && at.line <= to && at.endLine >= from
}
