import {
  checkLetter,
  composeLetter,
  type LetterFacts,
  type LetterFinding,
  type LetterKind,
  type LetterText,
  NATIONAL_LETTER_LAW,
  type RemedyChoice,
} from '@gongkai/law'
import type { LetterContent, Rewording } from './content.js'

/** A finding, and why it stands where somebody said so. */
export type JudgedFinding = LetterFinding & { readonly waived: string | null }

/** A letter in words, with what is wrong with it. */
export type WordedLetter = {
  readonly text: LetterText
  readonly findings: readonly JudgedFinding[]
  /** Rewordings of paragraphs that are composed otherwise by now: nothing that was written is lost. */
  readonly unplaced: readonly Rewording[]
}

type Known = {
  /** Names of those whose opinions were asked for. */
  readonly consulted: readonly string[]
  /** As the area has settled it. */
  readonly remedies: RemedyChoice
}

/** The letter composed from `facts`, its own paragraphs in the drafter's words, and checked. */
export function wordLetter(
  kind: LetterKind,
  facts: LetterFacts,
  { rewordings, waivers, details }: LetterContent,
  { consulted, remedies }: Known,
): WordedLetter {
  const law = { ...NATIONAL_LETTER_LAW, remedies }
  const composed = composeLetter(kind, facts, law)
  const isOwn = ({ from }: Rewording) =>
    composed.paragraphs.some((one) => one.kind === 'own' && one.text === from)
  const paragraphs = composed.paragraphs.map((one) => {
    const put = one.kind === 'own' && rewordings.find(({ from }) => from === one.text)
    return put ? { ...one, text: put.to } : one
  })
  const text = { ...composed, paragraphs }
  const of = { facts, thirdParties: details.thirdParties, consulted }
  const findings = checkLetter(text, of, law).map((finding) => withWaiver(finding, waivers))
  return { text, findings, unplaced: rewordings.filter((one) => !isOwn(one)) }
}

/** A finding with why it stands, where somebody said so and may. */
export function withWaiver(
  finding: LetterFinding,
  waivers: LetterContent['waivers'],
): JudgedFinding {
  const waiver = waivers.find(
    ({ rule, says }) => rule === finding.rule && says === finding.says && isWaivable(finding),
  )
  return { ...finding, waived: waiver?.reason ?? null }
}

/** What is late is late: it cannot be mended any more, so it is explained and kept in the file. */
const LATE = 'LTR-06'

/** Whether somebody may say why the finding stands. */
function isWaivable({ rule, severity }: LetterFinding): boolean {
  return severity !== 'error' || rule === LATE
}

/** What must be mended before anybody consents. */
export function mustMend(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return findings.filter((finding) => finding.severity === 'error' && finding.rule !== LATE)
}

/** What must be mended or explained before the letter is shown to whoever consents; notes are for the drafter alone. */
export function mustJudge(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return findings.filter(({ severity, waived }) => severity !== 'note' && waived === null)
}
