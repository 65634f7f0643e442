import type { AnnualReport } from '../reading/annual-report.js'
import { type Passage, passagesOf } from './passages.js'
import { type Grams, gramsOf, maskNumbers, similarity } from './similarity.js'

/**
 * A sentence of one report beside the one most like it of the other. `same`: word for word; `numbers`: only numbers
 * differ; `changed`: alike; `onlyInA`, `onlyInB`: nothing alike in the other.
 */
export type PassageChange = {
  readonly kind: 'same' | 'numbers' | 'changed' | 'onlyInA' | 'onlyInB'
  /** 0 to 1; 1 where the words are the same. */
  readonly similarity: number
  readonly a: Passage | null
  readonly b: Passage | null
}

/** Less alike than this, two sentences are two sentences. */
const ALIKE = 0.6

/** Every sentence of `b` in its order, beside what it comes from in `a`; then what is left of `a`. */
export function comparePassages(a: AnnualReport, b: AnnualReport): PassageChange[] {
  const old = passagesOf(a).map((passage) => ({ passage, grams: gramsOf(passage.text) }))
  const used = new Set<Passage>()
  const now = passagesOf(b).map((passage): PassageChange => {
    const match = closest(gramsOf(passage.text), old)
    if (!match || match.similarity < ALIKE) {
      return { kind: 'onlyInB', similarity: match?.similarity ?? 0, a: null, b: passage }
    }
    used.add(match.passage)
    const kind = kindOf(match.passage.text, passage.text)
    return { kind, similarity: match.similarity, a: match.passage, b: passage }
  })
  const gone = old
    .filter(({ passage }) => !used.has(passage))
    .map(({ passage }) => ({ kind: 'onlyInA', similarity: 0, a: passage, b: null }) as const)
  return [...now, ...gone]
}

function kindOf(a: string, b: string): 'same' | 'numbers' | 'changed' {
  if (a.replace(/\s/g, '') === b.replace(/\s/g, '')) return 'same'
  return maskNumbers(a) === maskNumbers(b) ? 'numbers' : 'changed'
}

function closest(
  grams: Grams,
  candidates: readonly { readonly passage: Passage; readonly grams: Grams }[],
): { passage: Passage; similarity: number } | undefined {
  return candidates
    .map((one) => ({ passage: one.passage, similarity: similarity(grams, one.grams) }))
    .reduce<{ passage: Passage; similarity: number } | undefined>(
      (best, one) => (best && best.similarity >= one.similarity ? best : one),
      undefined,
    )
}
