import type { RuleSpec, Severity } from '../../rule.js'
import type { LetterFacts, LetterLaw } from '../facts.js'
import type { LetterKind } from '../letter-kinds.js'
import type { LetterText } from '../letter-text.js'

/** What a letter is checked against: the case as it is registered. */
export type LetterCase = {
  readonly facts: LetterFacts
  /** Names of third parties in the case, which no other reader of a letter is told. */
  readonly thirdParties: readonly string[]
  /** Names of those who were consulted: to name them to others must be explained. */
  readonly consulted?: readonly string[]
}

/** Where in a letter; `index` counts paragraphs, rows and attachments from 0. */
export type LetterPlace = {
  readonly part:
    | 'letter'
    | 'title'
    | 'documentNumber'
    | 'addressee'
    | 'paragraph'
    | 'row'
    | 'attachment'
    | 'signature'
    | 'note'
  readonly index?: number
}

/** What is wrong with a letter, or doubtful. */
export type LetterFinding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly basis: string
  readonly at: LetterPlace
  /** The words that it is about. */
  readonly says: string | null
}

export type LetterPiece = { readonly at: LetterPlace; readonly text: string }

/** All that a rule sees. */
export type Given = LetterCase & {
  readonly letter: LetterText
  readonly law: LetterLaw
  /** Every text of the letter with its place. */
  readonly pieces: readonly LetterPiece[]
  /** The letter as it is composed from the same facts. */
  readonly composed: LetterText
}

export type Found = {
  readonly at: LetterPlace
  readonly message: string
  readonly says?: string
  /** Milder than the rule's own. */
  readonly severity?: Severity
}

/** An example letter with changes: to the facts before it is composed, to its words or parts after it. */
export type LetterExample = {
  readonly kind: LetterKind
  readonly facts?: Partial<LetterFacts>
  readonly replace?: readonly [from: string, to: string]
  readonly letter?: Partial<LetterText>
  readonly thirdParties?: readonly string[]
  readonly consulted?: readonly string[]
}

/** A rule as data, with the function that runs it. */
export type LetterRule = Omit<RuleSpec<LetterExample>, 'forms'> & {
  readonly check: (given: Given) => readonly Found[]
}

export const LETTER: LetterPlace = { part: 'letter' }
