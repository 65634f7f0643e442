import type { Citation, Severity } from '@gongkai/law'

/** A stretch of text that is proofread as one: a title, a heading, a section. `part` is the caller's own key. */
export type TextPart = { readonly part: string; readonly text: string }

/** A number known from elsewhere, a table cell or a register, that the text may be held against. */
export type Fact = {
  /** `requests/一/总计`: table, official row, official column. */
  readonly subject: string
  readonly value: number
  readonly unit: string | null
}

/** All that proofreading is told. What is null is not known, and rules that need it say so. */
export type ProofreadInput = {
  /** In reading order: `title`, `intro`, `heading/一`, `section/一`, … `signature`. */
  readonly parts: readonly TextPart[]
  /** The authority's full name: `嘉禾市财政局`. */
  readonly authority: string | null
  /** The report year. */
  readonly year: number | null
  readonly facts: readonly Fact[]
  /** Last year's report of the same authority. */
  readonly previous: { readonly year: number; readonly parts: readonly TextPart[] } | null
  /** Reports of other authorities of the same year. */
  readonly siblings: readonly { readonly name: string; readonly parts: readonly TextPart[] }[]
}

/** One thing found in the text, `start` and `end` counted in UTF-16 units from the start of its part. */
export type TextFinding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly part: string
  readonly start: number
  readonly end: number
  readonly says: string
  /** What replaces `says` exactly, only where one correction is certain. */
  readonly shouldBe: string | null
  readonly basis: readonly Citation[]
}

export type ProofreadResult = {
  readonly findings: readonly TextFinding[]
  /** Rules that lacked something, and what. */
  readonly notAssessable: readonly { readonly rule: string; readonly reason: string }[]
}
