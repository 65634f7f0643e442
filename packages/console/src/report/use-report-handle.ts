import { type Finding, isWaived, type Waiver } from '@gongkai/report'
import { type Dispatch, useMemo, useState } from 'react'
import {
  correctCell,
  correctText,
  discardAmendments,
  takeBack,
  withWaivers,
} from '../state/amend.js'
import type { Item, ReadItem } from '../state/item.js'
import { shownReport } from '../state/shown.js'
import { activeFindings } from '../state/summary.js'
import type { RuleNames } from '../state/use-rules.js'
import type { Action } from '../state/workspace.js'
import { focusFinding, focusPlace } from './focus.js'
import { type Numbered, numberFindings } from './number-findings.js'
import type { ReportHandle } from './report-context.js'

/** The handle of one report's page. */
export function useReportHandle(
  item: ReadItem,
  dispatch: Dispatch<Action>,
  rules: RuleNames,
): ReportHandle {
  const [looked, setLooked] = useState<string | null>(null)
  return useMemo(() => {
    const { saved, check } = item
    const numbered = numberFindings(activeFindings(item))
    const look = (one: Numbered | undefined) => setLooked(one ? findingKey(one.finding) : null)
    const waivers = saved.waivers ?? []
    const put = (changed: Item) => dispatch({ kind: 'amended', item: changed })
    const setWaivers = (changed: readonly Waiver[]) => put(withWaivers(item, changed))
    return {
      item,
      report: shownReport(saved),
      numbered,
      waived: check.findings.filter((finding) => isWaived(finding, waivers)),
      rules,
      active: numbered.find(({ finding }) => findingKey(finding) === looked)?.no ?? null,
      jumpToPlace: (one: Numbered) => {
        look(one)
        focusPlace(one)
      },
      jumpToFinding: (no: number) => {
        look(numbered[no - 1])
        focusFinding(no)
      },
      correctText: (target, to, reason) => {
        const changed = correctText(item, target, to, reason)
        if (changed) put(changed)
        return changed !== null
      },
      correctCell: (cell, to, reason) => put(correctCell(item, cell, to, reason)),
      takeBack: (correction) => put(takeBack(item, correction)),
      waive: (waiver) => setWaivers([...waivers, waiver]),
      unwaive: (finding) => setWaivers(waivers.filter((one) => !isWaived(finding, [one]))),
      discardAll: () => put(discardAmendments(item)),
    }
  }, [item, dispatch, rules, looked])
}

/** What a finding is, whatever number it goes by. */
function findingKey({ rule, target }: Finding): string {
  return `${rule}|${JSON.stringify(target)}`
}
