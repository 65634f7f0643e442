import { type Citation, citationText, requiredForm } from '@gongkai/law'
import type { AnnualReport } from '../reading/annual-report.js'
import { cellsByKey, isOfficialForm } from '../reading/cells.js'
import { type Finding, type NotAssessable, placeOf } from '../reading/finding.js'
import type { CheckContext, Outcome, ReportRule } from './rule.js'
import { RULES } from './rules.js'

export type CheckResult = {
  readonly findings: readonly Finding[]
  readonly notAssessable: readonly NotAssessable[]
}

/**
 * Applies every rule of the report's form, in the order of the catalogue. What could not be applied is listed
 * with its reason; a rule that appears in neither list holds. The report itself is never changed.
 */
export function check(
  report: AnnualReport,
  context: CheckContext,
  rules: readonly ReportRule[] = RULES,
): CheckResult {
  const { form } = report
  if (!isOfficialForm(form)) return { findings: [], notAssessable: rules.map(withoutForm) }
  const given = { ...context, report, form, cells: cellsByKey(report) }
  const said = rules
    .filter(({ forms }) => forms.includes(form))
    .flatMap((rule) => rule.check(given).map((outcome) => ({ rule, outcome })))
  return {
    findings: said.flatMap(({ rule, outcome }) => toFinding(report, rule, outcome)),
    notAssessable: said.flatMap(({ rule, outcome }) =>
      outcome.kind === 'notAssessable' ? [{ rule: rule.code, reason: outcome.reason }] : [],
    ),
  }
}

function withoutForm({ code }: ReportRule): NotAssessable {
  return {
    rule: code,
    reason: '未识别为2019年或2021年格式的政府信息公开工作年度报告，无法按格式核对。',
  }
}

function toFinding(report: AnnualReport, rule: ReportRule, outcome: Outcome): Finding[] {
  if (outcome.kind === 'notAssessable') return []
  const { message, target, severity, near, says, shouldBe } = outcome
  return [
    {
      rule: rule.code,
      severity: severity ?? rule.severity,
      message,
      target,
      at: placeOf(report, target) ?? near ?? null,
      says: says ?? null,
      shouldBe: shouldBe ?? null,
      basis: rule.basis
        .filter((one) => isInForce(one, report))
        .map(citationText)
        .join('；'),
    },
  ]
}

/** Of the two forms a finding cites the one that its report year must use. */
function isInForce({ instrument }: Citation, { form, year }: AnnualReport): boolean {
  const due = (year === null ? undefined : requiredForm(year)?.form) ?? form
  return instrument !== (due === '2019' ? 'REPORT-FORMAT-2021' : 'REPORT-FORMAT-2019')
}
