import type {
  ApplicantKind,
  Channel,
  Ground,
  LetterKind,
  LocalDate,
  ProactiveReason,
} from '@gongkai/law'
import type { Role } from '../../rights/roles.js'
import type { RequestAdvice } from '../advices/advice.js'
import type { Person } from '../applicant.js'
import type { Fee } from '../fees/fee.js'
import type { SendingWay } from '../letters/letter.js'
import type { News } from '../news/news.js'
import type { ReevaluationOutcome } from '../reevaluation/reevaluation.js'
import type { FilePurpose, RequestKind } from '../request.js'
import type { Wanted } from '../wanted.js'

/** What is kept of one who asks and of his request, as he may see it and take it along (个人信息保护法第四十五条). Nothing of others who ask with him, and nothing of how the authority came to its decision. */
export type OwnData = {
  readonly requestNumber: string
  readonly authority: string
  /** By which provision it is given, and when. */
  readonly basis: string
  readonly givenAt: Date
  readonly person: Person
  /** How many others ask or act in the same request. */
  readonly others: number
  readonly request: Wanted & {
    readonly kind: RequestKind
    readonly channel: Channel
    readonly applicantKind: ApplicantKind
    readonly arrivedOn: LocalDate
    readonly receivedOn: LocalDate | null
    readonly closedOn: LocalDate | null
    readonly countedUnder: Ground | null
  }
  readonly files: readonly OwnFile[]
  readonly steps: readonly {
    readonly on: LocalDate
    readonly title: string
    /** What he wrote himself. */
    readonly note: string | null
  }[]
  readonly letters: readonly OwnSentLetter[]
  readonly fees: readonly Pick<
    Fee,
    'noticedOn' | 'documentNumber' | 'yuan' | 'state' | 'settledOn'
  >[]
  readonly news: readonly (Pick<News, 'what' | 'way' | 'happenedOn'> & {
    readonly toldOn: LocalDate | null
  })[]
  /** On which days the registration was put right. */
  readonly corrections: readonly LocalDate[]
  /** Which other authority he was told to ask, and what he said to it. */
  readonly advices: readonly (Pick<
    RequestAdvice,
    'competent' | 'contact' | 'reason' | 'told' | 'answer'
  > & { readonly on: LocalDate })[]
  readonly suggestions: readonly OwnSuggested[]
  /** When what he was refused was looked at again, and what was found. */
  readonly reevaluations: readonly {
    readonly on: LocalDate
    readonly outcome: ReevaluationOutcome
  }[]
  readonly readings: readonly Reading[]
}

export type OwnFile = {
  readonly purpose: FilePurpose
  /** Null where it may name another who asks. */
  readonly name: string | null
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly addedOn: LocalDate
  /** He sent it himself by the form. */
  readonly isOwn: boolean
}

/** What he suggested to make public (第四十四条第二款), and what became of it. */
type OwnSuggested = {
  readonly on: LocalDate
  readonly reason: ProactiveReason
  readonly says: string
  readonly decision: 'accepted' | 'declined' | null
  readonly decidedOn: LocalDate | null
  readonly answer: string | null
  readonly publishedOn: LocalDate | null
  readonly title: string | null
  readonly address: string | null
}

type OwnSentLetter = {
  readonly kind: LetterKind
  readonly documentNumber: string | null
  readonly sentOn: LocalDate
  readonly sentWay: SendingWay
  readonly servedOn: LocalDate | null
}

/** How often on a day whoever holds a role looked at something; the name is the authority's affair. */
type Reading = {
  readonly on: LocalDate
  /** Null where he did it himself. */
  readonly role: Role | null
  readonly name: string
  readonly count: number
}
