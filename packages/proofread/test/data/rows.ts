import type { TextExample } from '../../src/rule.js'

/** What is known beside the sentence. */
export type Known = Omit<Partial<TextExample>, 'text' | 'parts'>

/** A sentence with a planted mistake, what must be marked in it, and the certain correction where there is one. */
type Planted = readonly [text: string, says: string, shouldBe: string | null, known?: Known]

/** A right sentence that the rule must not touch. */
type Clean = readonly [text: string, known?: Known]

/** The test data of one rule. */
export type RuleData = {
  readonly known: Known
  readonly planted: readonly Planted[]
  readonly clean: readonly Clean[]
}
