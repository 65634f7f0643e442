import { useEffect, useState } from 'react'
import { fetchRules } from '../api.js'

/** What each rule states, by its code; empty until the catalogue is there. */
export type RuleNames = ReadonlyMap<string, string>

/** The catalogue of rules. Findings are shown without it too: they carry their codes. */
export function useRules(): RuleNames {
  const [rules, setRules] = useState<RuleNames>(new Map())
  useEffect(() => {
    void fetchRules().then((answer) => {
      if (answer.ok) setRules(namesOf(answer.value))
    })
  }, [])
  return rules
}

/** Tables and text may each have a rule of one code: both statements stand under it. */
function namesOf(rules: readonly { readonly code: string; readonly states: string }[]): RuleNames {
  const names = new Map<string, string>()
  for (const { code, states } of rules) {
    const before = names.get(code)
    names.set(code, before ? `${before}；${states}` : states)
  }
  return names
}
