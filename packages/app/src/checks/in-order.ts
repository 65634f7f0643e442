import { type AnnualReport, cellKey, type Finding, TABLES, textParts } from '@gongkai/report'

const GRAVITY = { error: 0, warning: 1, note: 2 } as const

/**
 * Findings in the order of the printed report: those on the whole report, then by part, a table after the text of its
 * section. At one place the gravest comes first, and a rule speaks once.
 */
export function inOrder(report: AnnualReport, findings: readonly Finding[]): Finding[] {
  const rank = ranker(report)
  const keyed = findings.map((finding) => ({ finding, at: rank(finding) }))
  const sorted = keyed.toSorted(
    (a, b) => compare(a.at, b.at) || GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity],
  )
  const said = new Set<string>()
  return sorted.flatMap(({ finding }) => {
    const { rule, target, at, message } = finding
    const key = JSON.stringify([rule, target, target.kind === 'report' ? [at, message] : null])
    if (said.has(key)) return []
    said.add(key)
    return [finding]
  })
}

type Rank = readonly [part: number, within: number]

function ranker(report: AnnualReport): (finding: Finding) => Rank {
  const parts = new Map<string, number>(textParts(report).map(({ part }, at) => [part, at + 1]))
  const cells = new Map(report.cells.map((cell, at) => [cellKey(cell), at]))
  const headings = [...parts.keys()].filter((part) => part.startsWith('heading/'))
  return ({ target }) => {
    if (target.kind === 'report') return [0, 0]
    if (target.kind === 'text') return [parts.get(target.part) ?? parts.size, target.start]
    const [first] = target.cells
    if (!first) return [0, 0]
    const { section } = TABLES[first.table]
    const part =
      parts.get(`section/${section}`) ?? parts.get(`heading/${section}`) ?? headings.length
    return [part + 0.5, cells.get(cellKey(first)) ?? 0]
  }
}

function compare(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1]
}
