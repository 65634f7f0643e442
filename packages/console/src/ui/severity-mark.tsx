import type { Severity } from '@gongkai/law'
import { SEVERITY_NAMES } from '../words/words.js'

/** The severity in words, with its colour and its shape. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <span className={`severity ${severity}`}>{SEVERITY_NAMES[severity]}</span>
}
