import { DOUBTFUL_VALUES } from './law-values.js'
import type { SettledValue } from './overlay.js'

/** What a rule cites, by the rule and the words that came with the program, as officials have put it right. */
export type CorrectedCitations = ReadonlyMap<string, string>

/** The citations that approved overlays put right; of two on one the later wins. */
export function citationsWith(values: readonly SettledValue[]): CorrectedCitations {
  return new Map(
    values.flatMap(({ key, corrected }) => {
      const value = DOUBTFUL_VALUES.find((one) => one.key === key)
      const { citation } = corrected ?? {}
      const [table, rule = ''] = key.split('/')
      if (table !== 'rules' || !value || citation === undefined) return []
      return [[keyOf(rule, value.citation), citation] as const]
    }),
  )
}

/**
 * A finding as its rule is cited in the region. It is kept as the program made it: what is put right, or withdrawn again, holds at once also for what was
 * found before.
 */
export function citedBy<F extends { readonly rule: string; readonly basis: string }>(
  citations: CorrectedCitations,
  finding: F,
): F {
  if (citations.size === 0) return finding
  const cited = finding.basis.split(BETWEEN)
  const basis = cited.map((one) => citations.get(keyOf(finding.rule, one)) ?? one).join(BETWEEN)
  return { ...finding, basis }
}

/** As `basisText` joins them. */
const BETWEEN = '；'

function keyOf(rule: string, citation: string): string {
  return `${rule} ${citation}`
}
