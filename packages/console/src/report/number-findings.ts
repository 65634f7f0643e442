import { cellKey, type Finding, type PartKey } from '@gongkai/report'
import { SEVERITIES } from '../words/words.js'
import type { Remarked } from './sheet-context.js'

/** A finding under the number that stands beside it in the list and in the report. */
export type Numbered = { readonly no: number; readonly finding: Finding }

/** Findings of one rule. */
export type RuleGroup = { readonly rule: string; readonly findings: readonly Numbered[] }

export type SeverityGroup = {
  readonly severity: Finding['severity']
  readonly rules: readonly RuleGroup[]
  readonly count: number
}

/** Gravest first, then by rule; numbered from 1 in that order. */
export function numberFindings(findings: readonly Finding[]): readonly Numbered[] {
  return findings
    .map((finding, at) => ({ finding, at }))
    .toSorted(
      (a, b) => rank(a.finding) - rank(b.finding) || byRule(a.finding, b.finding) || a.at - b.at,
    )
    .map(({ finding }, at) => ({ no: at + 1, finding }))
}

/** The numbered findings under their severities and rules; severities without any are left out. */
export function groupFindings(numbered: readonly Numbered[]): readonly SeverityGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const all = numbered.filter(({ finding }) => finding.severity === severity)
    if (all.length === 0) return []
    const rules = [...Map.groupBy(all, ({ finding }) => finding.rule)]
    return [
      { severity, count: all.length, rules: rules.map(([rule, findings]) => ({ rule, findings })) },
    ]
  })
}

/** The findings about a stretch of that part. */
export function findingsOfPart(numbered: readonly Numbered[], part: PartKey): readonly Numbered[] {
  return numbered.filter(
    ({ finding: { target } }) => target.kind === 'text' && target.part === part,
  )
}

/** The findings about each cell, by `cellKey`. */
export function findingsByCell(
  numbered: readonly Numbered[],
): ReadonlyMap<string, readonly Numbered[]> {
  const byCell = new Map<string, Numbered[]>()
  for (const one of numbered) {
    const { target } = one.finding
    if (target.kind !== 'cells') continue
    for (const key of new Set(target.cells.map(cellKey))) {
      byCell.set(key, [...(byCell.get(key) ?? []), one])
    }
  }
  return byCell
}

/** What a reviewer said of each cell, by `cellKey`. */
export function remarksByCell(
  remarked: readonly Remarked[] = [],
): ReadonlyMap<string, readonly string[]> {
  const said = remarked.flatMap((one) =>
    'keys' in one ? one.keys.map((key) => ({ key, words: one.words })) : [],
  )
  const byKey = Map.groupBy(said, ({ key }) => key)
  return new Map([...byKey].map(([key, all]) => [key, all.map(({ words }) => words)]))
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}

function byRule(a: Finding, b: Finding): number {
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0
}
