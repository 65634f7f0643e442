import { basisText } from '../citation.js'
import { yearOf } from '../local-date.js'
import { composeLetter } from './compose-letter.js'
import type { LetterLaw } from './facts.js'
import type { LetterText } from './letter-text.js'
import { CONSULTATION_RULES } from './rules/consultations.js'
import { DATE_RULES } from './rules/dates.js'
import { DECISION_RULES } from './rules/decision.js'
import { NAME_RULES } from './rules/names.js'
import { NOTICE_RULES } from './rules/notice.js'
import { REMEDY_RULES } from './rules/remedy.js'
import type { Given, LetterCase, LetterFinding, LetterPiece, LetterRule } from './rules/rule.js'

/** Every rule for letters, by code. */
export const LETTER_RULES: readonly LetterRule[] = [
  ...DECISION_RULES,
  ...DATE_RULES,
  ...REMEDY_RULES,
  ...NOTICE_RULES,
  ...CONSULTATION_RULES,
  ...NAME_RULES,
].toSorted((a, b) => (a.code < b.code ? -1 : 1))

/**
 * What is wrong with a letter, drafted or edited, as it stands against its case and the law of its day: errors must be
 * mended before it is approved, warnings and notes are for whoever approves. Nothing is changed.
 */
export function checkLetter(
  letter: LetterText,
  of: LetterCase,
  law: LetterLaw,
  rules: readonly LetterRule[] = LETTER_RULES,
): readonly LetterFinding[] {
  const composed = composeLetter(letter.kind, of.facts, law)
  const given: Given = { ...of, letter, law, pieces: piecesOf(letter), composed }
  const year = yearOf(of.facts.on ?? of.facts.request.receivedOn)
  return rules.flatMap(({ code, basis, severity, check }) =>
    check(given).map((found) => ({
      rule: code,
      severity: found.severity ?? severity,
      message: found.message,
      basis: basisText(basis, year),
      at: found.at,
      says: found.says ?? null,
    })),
  )
}

function piecesOf(letter: LetterText): readonly LetterPiece[] {
  const at = (part: LetterPiece['at']['part'], text: string | null) =>
    text === null ? [] : [{ at: { part }, text }]
  const each = (part: LetterPiece['at']['part'], texts: readonly string[]) =>
    texts.map((text, index) => ({ at: { part, index }, text }))
  return [
    ...at('title', letter.title.join('')),
    ...at('documentNumber', letter.documentNumber),
    ...at('addressee', letter.addressee),
    ...each(
      'row',
      letter.rows.map(([, entry]) => entry),
    ),
    ...each(
      'paragraph',
      letter.paragraphs.map(({ text }) => text),
    ),
    ...each('attachment', letter.attachments),
    ...at('signature', `${letter.signature.name}${letter.signature.date ?? ''}`),
    ...at('note', letter.note),
  ]
}
