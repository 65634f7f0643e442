import type {
  Consultation,
  DecidedPart,
  LetterFacts,
  LetterText,
  LocalDate,
  ReviewedBody,
} from '@gongkai/law'
import type { Platform } from '../../context.js'
import { seal, unseal } from '../../records/seal.js'
import type { KeptFile } from '../request-files.js'
import type { LetterState, SendingWay } from './letter.js'

/** What whoever drafts a letter states beside what the register has. */
export type LetterDetails = Pick<
  LetterFacts,
  | 'attachments'
  | 'correction'
  | 'reasons'
  | 'postponement'
  | 'override'
  | 'assistance'
  | 'fee'
  | 'notice'
  | 'ownRecord'
  | 'service'
> & {
  /** What is decided on each part; of letters that decide nothing none. */
  readonly parts: readonly DecidedPart[]
  readonly extension?: { readonly reason: string; readonly days: number }
  readonly consultation?: Omit<Consultation, 'sentOn'> & { readonly sentOn?: LocalDate }
  /** What is asked for, in a summary; null is as the applicant wrote it. */
  readonly wanted: string | null
  /** 发文机关代字; null where the authority has only one. */
  readonly series: string | null
  /** Where its kind alone does not tell by whom the authority is reviewed: 垂直领导. */
  readonly reviewedAs: ReviewedBody | null
  /** Names that no other reader of the letter may learn. */
  readonly thirdParties: readonly string[]
  /** 拟公开材料 that go with it, by their ids. */
  readonly materials?: readonly string[]
}

/** A paragraph of the drafter's own, put in other words: as it was composed, and as it is to stand. */
export type Rewording = { readonly from: string; readonly to: string }

/** Why a finding that is no error stands. */
type LetterWaiver = {
  readonly rule: string
  readonly says: string | null
  readonly reason: string
}

/** What is kept closed of a letter: how it is made. */
export type LetterContent = {
  readonly details: LetterDetails
  readonly rewordings: readonly Rewording[]
  readonly waivers: readonly LetterWaiver[]
  readonly applicants: readonly string[]
}

/** What happened to a letter, with the words of whoever did it. */
export type LetterEntry = {
  readonly state: LetterState
  readonly on: LocalDate
  /** Null where the applicant did it. */
  readonly by: string | null
  readonly way?: SendingWay
  /** Opinion, reason, proof. */
  readonly note: string | null
  /** 更正送出的登记: what was registered before, and why it was wrong. */
  readonly corrected?: {
    readonly way: SendingWay | null
    readonly on: LocalDate | null
    readonly proof: string | null
    readonly reason: string
  }
}

/** A letter as it was approved, with the files that go with it. */
type LetterPaper = LetterText & { readonly files?: readonly KeptFile[] }

type Kept = {
  readonly content: LetterContent
  readonly paper: LetterPaper
  readonly course: readonly LetterEntry[]
}

/** A part of a letter as it is kept: it names who asks. */
export function sealLetter<P extends keyof Kept>(
  { key }: Pick<Platform, 'key'>,
  id: string,
  part: P,
  value: Kept[P],
): Buffer {
  return seal(key, `request letter ${part} ${id}`, JSON.stringify(value))
}

/** What {@link sealLetter} closed. Throws where the key is another: that is a fault of the installation. */
export function openSealed<P extends keyof Kept>(
  { key }: Pick<Platform, 'key'>,
  id: string,
  part: P,
  sealed: Buffer,
): Kept[P] {
  const text = unseal(key, `request letter ${part} ${id}`, sealed)
  if (text === null) throw new Error(`the ${part} of letter ${id} cannot be opened`)
  // Written by `sealLetter` alone.
  return JSON.parse(text) as Kept[P]
}
