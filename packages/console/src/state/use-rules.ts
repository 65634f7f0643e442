import { useEffect, useState } from 'react'
import { fetchRules } from '../api.js'

/** What each rule states, by its code; empty until the catalogue is there. */
export type RuleNames = ReadonlyMap<string, string>

/** The catalogue of rules. Findings are shown without it too: they carry their codes. */
export function useRules(): RuleNames {
  const [rules, setRules] = useState<RuleNames>(new Map())
  useEffect(() => {
    void fetchRules().then((answer) => {
      if (answer.ok) setRules(new Map(answer.value.map(({ code, states }) => [code, states])))
    })
  }, [])
  return rules
}
