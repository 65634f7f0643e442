import { type Citation, citationText } from '../citation.js'
import type { LocalDate } from '../local-date.js'
import { inForce, type Timeline } from '../provision.js'
import type { LetterFacts, LetterLaw } from './facts.js'
import type { LetterParagraph } from './letter-text.js'

/** What every composer is given. */
export type Words = {
  readonly facts: LetterFacts
  readonly law: LetterLaw
  /** How the applicant is addressed. */
  readonly you: string
  /** The paragraph that says which request it is about. */
  readonly opening: LetterParagraph
}

/** 你、你们 or 你单位. */
export function youOf({ request }: Pick<LetterFacts, 'request'>): string {
  if (request.applicants.length > 1) return '你们'
  return request.applicantKind === 'person' ? '你' : '你单位'
}

/** Who received the request: the authority that answers, or the one that has ended and whose requests it carries on. */
export function receiverOf({ request: { madeTo } }: LetterFacts): string {
  return madeTo ? `${madeTo}（已经撤并，申请由本机关继续办理）` : '本机关'
}

/** Who made a paper of `on`: the authority that answers, or the one that it carries on. */
export function makerOf({ request: { madeTo, madeToUntil } }: LetterFacts, on: LocalDate): string {
  return madeTo && madeToUntil && on <= madeToUntil ? madeTo : '本机关'
}

/** A period of the law for this request: `20个工作日` and the provision that fixes it. */
export function periodWords(
  timeline: Timeline<number>,
  { request }: LetterFacts,
): { readonly days: string; readonly basis: string } {
  const { value, source } = inForce(timeline, request.receivedOn)
  return { days: `${value}个工作日`, basis: citationText(source) }
}

/** Several provisions; the title of an instrument is printed once for those that follow each other. */
export function citedTogether(basis: readonly Citation[]): string {
  return basis
    .map((one, at) => {
      const isSame = basis[at - 1]?.instrument === one.instrument
      const title = citationText({ instrument: one.instrument })
      return isSame ? citationText(one).slice(title.length) : citationText(one)
    })
    .join('、')
}
