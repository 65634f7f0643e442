import type { Severity } from '@gongkai/law'
import type { Finding, NotAssessable } from '@gongkai/report'
import { describePlace, describeTarget } from './describe.js'

/** What was found in one file. */
export type FileFindings = {
  readonly file: string
  readonly findings: readonly Finding[]
  /** Rules that could not be applied: they have not passed. */
  readonly notAssessable: readonly NotAssessable[]
}

/** A finding as a row of words: the same in the workbook and on paper. */
export type FindingRow = {
  readonly severity: string
  readonly rule: string
  readonly about: string
  readonly place: string
  readonly message: string
  readonly says: string
  readonly shouldBe: string
  readonly basis: string
}

/** How a severity is said. */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '疑似错误',
  note: '提示',
}

/** The headers of `FindingRow`, in its order, with the widths of their columns in a workbook. */
export const FINDING_COLUMNS = [
  { key: 'severity', name: '程度', width: 10 },
  { key: 'rule', name: '规则', width: 10 },
  { key: 'about', name: '对象', width: 24 },
  { key: 'place', name: '原件位置', width: 18 },
  { key: 'message', name: '问题', width: 50 },
  { key: 'says', name: '原文', width: 24 },
  { key: 'shouldBe', name: '应为', width: 24 },
  { key: 'basis', name: '依据', width: 40 },
] as const satisfies readonly { key: keyof FindingRow; name: string; width: number }[]

/** A finding put into words. */
export function findingRow(finding: Finding): FindingRow {
  const { severity, rule, target, at, message, says, shouldBe, basis } = finding
  return {
    severity: SEVERITIES[severity],
    rule,
    about: describeTarget(target),
    place: describePlace(at),
    message,
    says: says ?? '',
    shouldBe: shouldBe ?? '',
    basis,
  }
}
