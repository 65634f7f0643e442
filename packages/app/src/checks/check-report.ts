import { basisText, type DueDays, type LocalDate } from '@gongkai/law'
import { proofread, type TextFinding } from '@gongkai/proofread'
import {
  type AnnualReport,
  applyCorrections,
  check,
  type Finding,
  isWaived,
  type NotAssessable,
  type PartKey,
  type Problem,
  placeOf,
  type RejectedCorrection,
  type SavedReport,
  textParts,
} from '@gongkai/report'
import { corrected } from '../files/write-file.js'
import { factsOf } from './facts-of.js'
import { inOrder } from './in-order.js'
import { isSameAuthority } from './match-previous.js'
import { RULESET } from './rules.js'
import { type Sibling, siblingsOfYear } from './siblings.js'

/** What is known beside the report; a rule that lacks it says so. */
export type CheckOptions = {
  /** The same authority's report on the year before. */
  readonly previous?: SavedReport | null
  /** Reports of other authorities; those of another year are left out. */
  readonly siblings?: readonly Sibling[]
  /** The authority's full name, where it is known better than from the report. */
  readonly authority?: string | null
  readonly publishedOn?: LocalDate | null
  /** The last days to publish by, of whoever collects the report. */
  readonly due?: DueDays | null
  /** The reports that a consolidated report sums up. */
  readonly subordinates?: readonly SavedReport[] | null
}

export type CheckResult = {
  readonly file: string
  readonly ruleset: string
  /** In the order of the printed report, those that a person let stand left out. */
  readonly findings: readonly Finding[]
  readonly notAssessable: readonly NotAssessable[]
  /** Findings that a person let stand. */
  readonly waived: readonly Finding[]
  /** Corrections that do not fit the reading any more: they were not applied. */
  readonly rejected: readonly RejectedCorrection[]
  /** What could not be read. */
  readonly problems: readonly Problem[]
}

/** Holds a report, with a person's corrections, against every rule of tables and of text. */
export function checkReport(saved: SavedReport, options: CheckOptions = {}): CheckResult {
  const { report, rejected } = applyCorrections(saved, saved.corrections ?? [])
  const authority = options.authority ?? null
  const previous = options.previous ? corrected(options.previous) : null
  const ofTables = check(report, {
    previous,
    authority,
    publishedOn: options.publishedOn ?? null,
    due: options.due ?? null,
    subordinates: options.subordinates?.map(corrected) ?? null,
  })
  const ofText = proofread({
    parts: textParts(report),
    authority: authority ?? report.authority,
    year: report.year,
    facts: factsOf(report),
    previous: previousText(report, previous, authority),
    siblings: siblingsOfYear(options.siblings ?? [], report.year),
  })
  const text = ofText.findings.map((finding) => toFinding(report, finding))
  const all = inOrder(report, [...ofTables.findings, ...text])
  const isLet = (finding: Finding) => isWaived(finding, saved.waivers ?? [])
  return {
    file: saved.file,
    ruleset: RULESET,
    findings: all.filter((finding) => !isLet(finding)),
    notAssessable: [
      ...ofTables.notAssessable,
      ...ofText.notAssessable.map(({ rule, reason }) => ({
        rule,
        reason: `缺少${reason}，无法核对。`,
      })),
    ],
    waived: all.filter(isLet),
    rejected,
    problems: report.problems,
  }
}

/** Only the same authority's text of the year before says what was copied from last year. */
function previousText(
  report: AnnualReport,
  previous: AnnualReport | null,
  authority: string | null,
) {
  if (!previous || previous.year === null || previous.year + 1 !== report.year) return null
  if (!isSameAuthority(authority ?? report.authority, previous.authority)) return null
  return { year: previous.year, parts: textParts(previous) }
}

function toFinding(report: AnnualReport, finding: TextFinding): Finding {
  const { rule, severity, message, start, end, says, shouldBe, basis } = finding
  // The finding stands in one of the parts that were given, so its key is one of theirs.
  const target = { kind: 'text', part: finding.part as PartKey, start, end } as const
  return {
    ...{ rule, severity, message, target, at: placeOf(report, target), says, shouldBe },
    basis: basisText(basis, report.year ?? (report.form === '2019' ? 2019 : 2021)),
  }
}
