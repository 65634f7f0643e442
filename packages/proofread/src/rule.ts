import type { RuleSpec } from '@gongkai/law'
import type { ProofreadInput, TextFinding, TextPart } from './input.js'

/** A finding as its rule makes it: `proofread` adds the rule's code, and its basis where none is given. */
export type Draft = Omit<TextFinding, 'rule' | 'basis'> & Partial<Pick<TextFinding, 'basis'>>

/** The rule could not be held against this input, and what it lacked: `上一年度报告`. */
type NotAssessable = { readonly lacks: string }

/** What several rules need of one input: `shared(derive)` computes `derive(input)` once and remembers it. */
export type SharedView = <T>(derive: (input: ProofreadInput) => T) => T

/** One rule on text: the row of data, and what looks for it. */
export type TextRule = RuleSpec<TextExample> & {
  readonly run: (input: ProofreadInput, shared: SharedView) => readonly Draft[] | NotAssessable
}

/** An example input: a bare `text` is the one part `section/一`; what is not given is not known. */
export type TextExample = ({ readonly text: string } | { readonly parts: readonly TextPart[] }) &
  Partial<Omit<ProofreadInput, 'parts'>>

/** The full input that an example stands for. */
export function exampleInput(example: TextExample): ProofreadInput {
  return {
    parts: 'parts' in example ? example.parts : [{ part: 'section/一', text: example.text }],
    authority: example.authority ?? null,
    year: example.year ?? null,
    facts: example.facts ?? [],
    previous: example.previous ?? null,
    siblings: example.siblings ?? [],
  }
}

/** A memory of derivations for one input. */
export function shareOver(input: ProofreadInput): SharedView {
  const known = new Map<unknown, unknown>()
  return <T>(derive: (input: ProofreadInput) => T): T => {
    if (!known.has(derive)) known.set(derive, derive(input))
    return known.get(derive) as T
  }
}

/** The draft for `text.slice(start, end)` of a part: `says` is always what stands there. */
export function draftAt(
  { part, text }: TextPart,
  [start, end]: readonly [start: number, end: number],
  { severity, message, shouldBe = null, basis }: DraftWords,
): Draft {
  const says = text.slice(start, end)
  return { part, start, end, says, severity, message, shouldBe, ...(basis && { basis }) }
}

/** What a rule says of a place. */
export type DraftWords = Pick<Draft, 'severity' | 'message' | 'basis'> & {
  readonly shouldBe?: string | null
}
