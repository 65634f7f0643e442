import type { LocalDate, ReportLevel } from '@gongkai/law'
import type { Selectable } from 'kysely'
import type { Schema } from '../storage/schema.js'

/** A holiday notice: the days off, and the days at weekends that are worked in exchange. */
export type HolidayNotice = {
  readonly kind: 'holidays'
  readonly year: number
  readonly off: readonly LocalDate[]
  readonly on: readonly LocalDate[]
  /** Whether it is the State Council's notice of the whole year; a region's own holidays settle nothing. */
  readonly settlesYear: boolean
}

/** An earlier last day to publish the reports of a level, fixed by an area. */
export type LocalDueDay = {
  readonly kind: 'localDuty'
  readonly area: string
  readonly level: ReportLevel
  readonly fromReportYear: number
  /** Null until it is replaced. */
  readonly untilReportYear: number | null
  /** Of the following year, `01-20`. */
  readonly monthDay: string
}

/** A value of the law's data that rests on memory: confirmed as it stands, or put right. */
export type SettledValue = {
  readonly kind: 'value'
  readonly key: string
  /** Every field of the value as the source has it; null where it is confirmed. */
  readonly corrected: Readonly<Record<string, string>> | null
}

/** What may be laid over the law's data. */
export type OverlayContent = HolidayNotice | LocalDueDay | SettledValue

/** What an overlay rests on. */
export type OverlaySource = {
  readonly title: string
  /** The number of the document, as printed. */
  readonly number: string | null
  readonly issuedOn: LocalDate
  /** The name of a file or an address. */
  readonly foundAt: string | null
}

export type ProposedOverlay = {
  readonly content: OverlayContent
  readonly source: OverlaySource
}

export type OverlayState = 'proposed' | 'approved' | 'rejected' | 'withdrawn'

/** Who did something with an overlay, and when; without a person where it was done at the terminal of the server. */
export type TakenStep = {
  readonly state: OverlayState
  readonly by: string | null
  readonly at: Date
  /** Why it was rejected or withdrawn. */
  readonly reason: string | null
}

export type Overlay = ProposedOverlay & {
  readonly id: string
  /** That of the last step. */
  readonly state: OverlayState
  /** From the proposal on. */
  readonly steps: readonly [TakenStep, ...TakenStep[]]
}

/** The proposal of an overlay as it is kept. */
export function toProposed(
  row: Pick<
    Selectable<Schema['overlay']>,
    'content' | 'title' | 'number' | 'issued_on' | 'found_at'
  >,
): ProposedOverlay {
  const { content, title, number, issued_on: issuedOn, found_at: foundAt } = row
  return { content, source: { title, number, issuedOn, foundAt } }
}

/** How the source is named in explanations: its number, else its title. */
export function noticeOf({ title, number }: OverlaySource): string {
  return number ?? `《${title}》`
}
