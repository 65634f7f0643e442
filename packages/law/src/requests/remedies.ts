import { type Citation, cite } from '../citation.js'
import { type LocalDate, localDate } from '../local-date.js'
import type { Timeline } from '../provision.js'
import type { Ground } from './grounds.js'

/** What the applicant is told that he may do against a decision. */
export type RemedyRoute = 'reconsiderationFirst' | 'either'

/** By whom a reconsideration is decided and which court sits, told by what kind of body decided. */
export type RemedyClause = {
  readonly route: RemedyRoute
  /** Calendar days to apply for reconsideration. */
  readonly reconsiderationDays: number
  /** Calendar days to sue after the decision on reconsideration. */
  readonly suitAfterDays: number
  /** Months to sue at once; null where reconsideration comes first. */
  readonly suitMonths: number | null
  readonly basis: readonly Citation[]
  /** Why this route, where it rests on a reading. */
  readonly note: string | null
}

/** From this day on refusals go to reconsideration first (行政复议法第二十三条). */
export const RECONSIDERATION_FIRST_FROM: LocalDate = localDate('2024-01-01')

/** Refusals in the sense of article 23 of the law on reconsideration: articles 14 to 16 of the Regulations, and what is withheld of a part (含部分不予公开). */
export const REFUSALS: readonly Ground[] = [
  'partlyDisclosed',
  'stateSecret',
  'forbiddenByLaw',
  'endangersSecurity',
  'thirdPartyRights',
  'internalAffairs',
  'processRecords',
  'enforcementFile',
]

/** Where practice is divided, an area says which grounds go to reconsideration first besides the refusals. */
export type RemedyChoice = { readonly specialAccessFirst: boolean }

/** Unless an area has settled it otherwise: 行政查询事项 rest on 第三十六条第（七）项 and on none of articles 14 to 16. */
export const REMEDY_CHOICE: Timeline<RemedyChoice> = [
  {
    from: RECONSIDERATION_FIRST_FROM,
    value: { specialAccessFirst: false },
    source: cite('RECONSIDERATION-2023', 23, 1, 4),
    known: 'memory',
  },
]

/**
 * The clause of a decision on `grounds` given on `day`. One refused part makes the whole a refusal (含部分不予公开).
 */
export function remedyClause(
  grounds: readonly Ground[],
  day: LocalDate,
  { specialAccessFirst }: RemedyChoice = REMEDY_CHOICE[0].value,
): RemedyClause {
  const isFirst = (ground: Ground) =>
    REFUSALS.includes(ground) || (specialAccessFirst && ground === 'specialAccess')
  const first = day >= RECONSIDERATION_FIRST_FROM && grounds.some(isFirst)
  return {
    route: first ? 'reconsiderationFirst' : 'either',
    reconsiderationDays: 60,
    suitAfterDays: 15,
    suitMonths: first ? null : 6,
    basis: first
      ? [
          cite('RECONSIDERATION-2023', 20, 1),
          cite('RECONSIDERATION-2023', 23, 1, 4),
          cite('LITIGATION-2017', 45),
        ]
      : [
          cite('RECONSIDERATION-2023', 20, 1),
          cite('LITIGATION-2017', 45),
          cite('LITIGATION-2017', 46, 1),
        ],
    note: grounds.includes('specialAccess') ? SPECIAL_ACCESS : null,
  }
}

const SPECIAL_ACCESS =
  '行政查询事项依据条例第三十六条第（七）项办理，是否先行申请行政复议各地做法不一，按本地区的设置办理。'
