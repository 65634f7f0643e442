import type { DueDays, LocalDate, RuleSpec, Severity } from '@gongkai/law'
import type { FormId, TableKey } from '../form/layout.js'
import type { AnnualReport, PartKey } from '../reading/annual-report.js'
import type { Cells } from '../reading/cells.js'
import type { Target } from '../reading/finding.js'
import type { Place } from '../reading/place.js'

/** What is known beside the report. What is null is not known, and a rule that needs it says so. */
export type CheckContext = {
  /** The same authority's report on the year before. */
  readonly previous: AnnualReport | null
  /** The authority's full name, where it is known better than from the report. */
  readonly authority: string | null
  /** The day the report was published. */
  readonly publishedOn: LocalDate | null
  /** The last days to publish by, of whoever collects the report; without them the name of the authority tells the statutory day. */
  readonly due?: DueDays | null
  /** The reports that a consolidated report sums up. */
  readonly subordinates: readonly AnnualReport[] | null
}

/** All that a rule sees. */
export type Given = CheckContext & {
  readonly report: AnnualReport
  readonly form: FormId
  readonly cells: Cells
}

/** What a rule has to say: something found, or something lacking that it needs. */
export type Outcome =
  | {
      readonly kind: 'finding'
      readonly message: string
      readonly target: Target
      /** Milder than the rule's own, where less is sure. */
      readonly severity?: Severity
      /** Where to look when the target itself has no place. */
      readonly near?: Place | null
      readonly says?: string | null
      readonly shouldBe?: string | null
      /** Where it rests on something else than the rule: a local notice. */
      readonly basis?: string
    }
  | { readonly kind: 'notAssessable'; readonly reason: string }

/** A change to an example report: what a cell prints (null: it could not be read), a part's text, or anything else of it. */
export type Change =
  | {
      readonly cell: readonly [TableKey, row: string, column: string]
      readonly printed: string | null
    }
  | { readonly part: PartKey; readonly text: string | null }
  | { readonly reading: Partial<AnnualReport> }

/** A clean report with changes. Without a year: 2020 on the form of 2019, 2023 on that of 2021. */
export type ExampleSpec = {
  readonly form: FormId
  readonly year?: number
  readonly changes: readonly Change[]
}

/** An example of a rule: the report, and what stands beside it. */
export type ReportExample = ExampleSpec & {
  readonly previous?: ExampleSpec
  readonly subordinates?: readonly ExampleSpec[]
  readonly publishedOn?: LocalDate
}

/** A rule as data, with the function that runs it. */
export type ReportRule = RuleSpec<ReportExample> & {
  readonly check: (given: Given) => readonly Outcome[]
}

/** A finding about `target`. */
export function found(
  target: Target,
  message: string,
  more: Omit<Extract<Outcome, { kind: 'finding' }>, 'kind' | 'target' | 'message'> = {},
): Outcome {
  return { kind: 'finding', target, message, ...more }
}

/** Not assessable, with what is lacking and what to do. */
export function lacking(reason: string): Outcome {
  return { kind: 'notAssessable', reason }
}
