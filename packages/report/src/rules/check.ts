import { basisText } from '@gongkai/law'
import { type AnnualReport, CELLS_ONLY } from '../reading/annual-report.js'
import { cellsByKey, isOfficialForm } from '../reading/cells.js'
import { type Finding, type NotAssessable, placeOf } from '../reading/finding.js'
import { type CheckContext, lacking, type Outcome, type ReportRule } from './rule.js'
import { OF_TEXT, RULES } from './rules.js'

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
  const hasText = !report.problems.some(({ code }) => code === CELLS_ONLY)
  const outcomes = (rule: ReportRule) =>
    hasText || !OF_TEXT.has(rule) ? rule.check(given) : [lacking(NO_TEXT)]
  const said = rules
    .filter(({ forms }) => forms.includes(form))
    .flatMap((rule) => outcomes(rule).map((outcome) => ({ rule, outcome })))
  return {
    findings: said.flatMap(({ rule, outcome }) => toFinding(report, rule, outcome)),
    notAssessable: said.flatMap(({ rule, outcome }) =>
      outcome.kind === 'notAssessable' ? [{ rule: rule.code, reason: outcome.reason }] : [],
    ),
  }
}

const NO_TEXT = '只有表格数据，没有报告正文，无法核对；请使用原报告。'

function withoutForm({ code }: ReportRule): NotAssessable {
  return {
    rule: code,
    reason: '未识别为2019年或2021年格式的政府信息公开工作年度报告，无法按格式核对。',
  }
}

function toFinding(report: AnnualReport, rule: ReportRule, outcome: Outcome): Finding[] {
  if (outcome.kind === 'notAssessable') return []
  const { message, target, severity, near, says, shouldBe, basis } = outcome
  return [
    {
      rule: rule.code,
      severity: severity ?? rule.severity,
      message,
      target,
      at: placeOf(report, target) ?? near ?? null,
      says: says ?? null,
      shouldBe: shouldBe ?? null,
      basis: basis ?? basisText(rule.basis, report.year ?? Number(report.form)),
    },
  ]
}
