import type { ProofreadInput, TextFinding, TextPart } from '../input.js'
import { shareOver } from '../rule.js'
import { PERSONAL_RULES } from './index.js'

/** Personal data in texts that are to be given out, PRI-01 to PRI-03 alone; `says` and messages carry the numbers masked. */
export function findPersonal(parts: readonly TextPart[]): readonly TextFinding[] {
  const input: ProofreadInput = {
    ...{ parts, authority: null, year: null, facts: [], previous: null, siblings: [] },
  }
  const shared = shareOver(input)
  return PERSONAL_RULES.flatMap((rule) => {
    const outcome = rule.run(input, shared)
    if ('lacks' in outcome) return []
    return outcome.map((draft) => ({ basis: rule.basis, ...draft, rule: rule.code }))
  })
}
