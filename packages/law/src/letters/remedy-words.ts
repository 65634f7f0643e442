import type { LocalDate } from '../local-date.js'
import type { Ground } from '../requests/grounds.js'
import { type RemedyClause, remedyClause } from '../requests/remedies.js'
import type { LetterFacts, LetterLaw } from './facts.js'
import { type LetterKind, letterSpec } from './letter-kinds.js'
import { orBlank } from './letter-text.js'
import { citedTogether } from './words.js'

/** The clause that a letter of `kind` must print when it is dated `day`; null where it prints none. */
export function clauseOf(
  kind: LetterKind,
  { parts }: LetterFacts,
  day: LocalDate,
  law: LetterLaw,
): RemedyClause | null {
  const { remedy, grounds } = letterSpec(kind)
  if (!remedy) return null
  const told: readonly Ground[] = grounds.length > 0 ? parts.map(({ ground }) => ground) : []
  return remedyClause(told, day, law.remedies)
}

/** 救济途径, as it is printed, a paragraph for each step: bodies as the authority's register names them. */
export function remedyWords(
  { route, reconsiderationDays, suitAfterDays, suitMonths, basis }: RemedyClause,
  { authority }: LetterFacts,
  you: string,
): readonly string[] {
  const court = orBlank(authority.court)
  const review = `自收到本文书之日起${reconsiderationDays}日内向${orBlank(authority.reviewBody)}申请行政复议`
  const direct = `自收到本文书之日起${suitMonths}个月内直接向${court}提起行政诉讼`
  const isFirst = route === 'reconsiderationFirst'
  const ways = isFirst ? `应当先${review}` : `可以${review}，也可以${direct}`
  return [
    `${you}对本决定不服的，根据${citedTogether(basis)}，${ways}。`,
    `${isFirst ? '' : '先申请行政复议而'}对行政复议决定不服的，可以自收到行政复议决定书之日起${suitAfterDays}日内向${court}提起行政诉讼。`,
  ]
}
