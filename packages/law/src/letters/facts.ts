import type { LocalDate } from '../local-date.js'
import type { Timeline } from '../provision.js'
import type { ConsultationCourse } from '../request-clock/consultations.js'
import type { RequestPeriods } from '../request-clock/periods.js'
import type { ClockStep, Consulted } from '../request-clock/steps.js'
import type { ApplicantKind } from '../requests/applicants.js'
import type { Ground } from '../requests/grounds.js'
import type { OwnRecordResult } from '../requests/own-record.js'
import type { FeeBands } from '../requests/processing-fee.js'
import type { Channel } from '../requests/receipt.js'
import type { RemedyChoice } from '../requests/remedies.js'
import type { DocumentNumber } from './document-number.js'
import type { ReviewedBody } from './review-bodies.js'

/** The dated law that letters are written and checked by. */
export type LetterLaw = {
  readonly periods: RequestPeriods
  readonly fees: Timeline<FeeBands>
  readonly remedies: RemedyChoice
}

/** Whoever issues the letter, as its register has it. What is null is not registered. */
export type LetterAuthority = {
  /** 全称. */
  readonly name: string
  readonly reviewedAs: ReviewedBody
  readonly reviewBody: string | null
  readonly court: string | null
  readonly address: string | null
  readonly phone: string | null
}

export type LetterRequest = {
  readonly number: string
  /** The authority that it was made to, where that has ended and the one that answers carries it on. */
  readonly madeTo?: string
  /** The last day of that authority: until then its letters were its own. */
  readonly madeToUntil?: LocalDate
  /** What moved the days since: a letter that is read by itself must show why it is in time. */
  readonly course?: RequestCourse
  readonly applicants: readonly string[]
  readonly applicantKind: ApplicantKind
  readonly channel: Channel
  readonly arrivedOn: LocalDate
  /** 收到申请之日. */
  readonly receivedOn: LocalDate
  /** The last day to reply; null while nobody can say. */
  readonly dueOn: LocalDate | null
  /** What is asked for, in a summary without anybody's personal data. */
  readonly wanted: string
  /** 获取信息的形式和途径, as one phrase. */
  readonly supply: string | null
}

/** 补正、缴费、免收之日, from which the period ran anew, what was left out of it, and the days that were told instead. */
export type RequestCourse = {
  readonly correctedOn?: LocalDate
  readonly paidOn?: LocalDate
  readonly waivedOn?: LocalDate
  /** 征求意见: the first and the last day that did not count. */
  readonly consulted?: readonly { readonly from: LocalDate; readonly through: LocalDate }[]
  /** What the notice of the extension said. */
  readonly extendedTo?: LocalDate
  readonly postponedTo?: LocalDate
}

/** Somebody whose opinion was asked for in writing: whether it is awaited, and until when. */
export type ConsultedParty = Pick<ConsultationCourse, 'whom' | 'isOpen' | 'limit'>

/** How it was searched for what was not found: courts ask for it. */
export type SearchRecord = {
  readonly on: LocalDate
  /** From when to when the information looked for would be. */
  readonly period?: string
  readonly systems: readonly string[]
  readonly words: readonly string[]
  readonly files: readonly string[]
  /** Who searched: sections or posts. */
  readonly persons: readonly string[]
}

/** A paper that was sent before: its 文号 and its day. */
export type EarlierLetter = { readonly number: string; readonly on: LocalDate }

/** A notice that was sent: what is null the register does not know, or not yet. */
export type SentNotice = {
  readonly kind: 'correctionNotice' | 'feeNotice'
  readonly number: string | null
  readonly on: LocalDate | null
  readonly servedOn: LocalDate | null
  /** The last day that it set. */
  readonly until: LocalDate | null
}

/** One part of what was asked for and what is decided on it. Which details a ground needs: {@link PART_WORDS}. */
export type DecidedPart = {
  readonly what: string
  readonly ground: Ground
  /** 理由, a sentence without its full stop. */
  readonly reason?: string
  /** By which way, where and when it can be had; for petitions, where to turn to. */
  readonly where?: string
  /** The special law, or the one that forbids, as it is cited: `《某某登记条例》第十条`. */
  readonly specialLaw?: string
  readonly other?: { readonly name: string; readonly contact: string | null } | 'unknown'
  readonly search?: SearchRecord
  readonly earlier?: EarlierLetter
}

/** What each kind of letter tells beside the request. Days in `until` are the last ones, themselves included. */
export type LetterFacts = {
  readonly authority: LetterAuthority
  readonly request: LetterRequest
  readonly documentNumber: DocumentNumber | null
  /** 成文日期; null until it is signed. */
  readonly on: LocalDate | null
  /** The last day for this letter, of the day in the clock that its kind names. */
  readonly lastDay: LocalDate | null
  readonly parts: readonly DecidedPart[]
  /** The searches that are recorded with the request. */
  readonly searches: readonly SearchRecord[]
  /** A decision made anew: what stood before, where its number is known, and on whose order; without one the authority puts itself right. */
  readonly anew?: {
    readonly earlier: EarlierLetter | null
    readonly order: { readonly body: string; readonly caseNumber: string | null } | null
  }
  readonly attachments: readonly string[]
  readonly correction?: {
    readonly points: readonly string[]
    readonly how: string
    readonly until: LocalDate
  }
  readonly reasons?: {
    readonly excess: string
    readonly points: readonly string[]
    readonly until: LocalDate
  }
  readonly extension?: {
    readonly reason: string
    readonly days: number
    readonly newDueOn: LocalDate
  }
  /** 延迟答复 (第三十五条): the reasons were reasonable, but the period cannot be kept. */
  readonly postponement?: { readonly reason: string; readonly until: LocalDate }
  readonly consultation?: Consultation
  /** 不公开可能对公共利益造成重大影响: disclosed against a third party's will. */
  readonly override?: { readonly whom: string; readonly what: string; readonly reason: string }
  readonly assistance?: { readonly whom: string; readonly task: string; readonly until: LocalDate }
  /** `first` to `last`: requests of this month that are counted, or pages from 1 on. */
  readonly fee?: {
    readonly way: 'byItem' | 'byPage'
    readonly first: number
    readonly last: number
    readonly howToPay: string
  }
  /** The notice that was not followed, and its days. */
  readonly notice?: EarlierLetter & { readonly servedOn: LocalDate; readonly until: LocalDate }
  /** What was done on the request, as the register has it. */
  readonly steps?: readonly ClockStep[]
  /** Whose opinions were asked for, as the register has it. */
  readonly consultations?: readonly ConsultedParty[]
  /** The notices of this request that were sent, as the register has them, the last one last. */
  readonly sentNotices?: readonly SentNotice[]
  readonly ownRecord?: {
    readonly record: string
    readonly result: OwnRecordResult
    readonly other?: string
    readonly reason?: string
  }
  readonly service?: {
    readonly paper: string
    readonly receiver: string
    readonly way: string
    readonly place: string
  }
}

export type Consultation = {
  readonly whom: string
  readonly kind: Consulted
  readonly about: string
  /** Why disclosure may harm, or why the opinion is needed. */
  readonly concern: string
  readonly sentOn: LocalDate
  /** Of another authority, which no provision binds to a day. */
  readonly until?: LocalDate
}
