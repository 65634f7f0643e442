import { cellKey } from '../form/forms.js'
import type { Finding, Target } from '../reading/finding.js'
import type { Waiver } from './amendments.js'

/** Whether a person has let this finding stand: same rule, same place. */
export function isWaived(finding: Finding, waivers: readonly Waiver[]): boolean {
  return waivers.some(
    ({ rule, target }) => rule === finding.rule && targetKey(target) === targetKey(finding.target),
  )
}

/** Cells count as a set: their order says only which comes first on the form. */
function targetKey(target: Target): string {
  if (target.kind === 'report') return 'report'
  if (target.kind === 'text') return `text|${target.part}|${target.start}|${target.end}`
  return target.cells.map(cellKey).toSorted().join('；')
}
