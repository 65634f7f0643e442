import type {
  AnnualReport,
  Finding,
  NotAssessable,
  Problem,
  RejectedCorrection,
  SavedReport,
} from '@gongkai/report'

/** What a check of one file says. */
export type FileCheck = {
  readonly file: string
  readonly ruleset: string
  /** Waived ones too: a waiver is given and taken back here, without asking the server. */
  readonly findings: readonly Finding[]
  readonly notAssessable: readonly NotAssessable[]
  readonly rejected: readonly RejectedCorrection[]
  readonly problems: readonly Problem[]
}

/** An expected no of the API, or of the way there. */
export type Failure = { readonly code: string; readonly message: string }

/** What a report is checked against besides itself. */
export type Conditions = {
  /** Id of last year's report among the files; `auto`: matched by authority and year; `none`: not wanted. */
  readonly previous: string
  /** Whether the other reports of the same year are held against this one for copied passages. */
  readonly siblings: boolean
  /** The authority's full name, empty where the report's own is taken. */
  readonly authority: string
}

type Stage = 'waiting' | 'reading' | 'read' | 'failed' | 'cancelled'

/** One file that the user brought, from the moment it was dropped. */
export type Item = {
  readonly id: string
  readonly name: string
  readonly file: File
  readonly stage: Stage
  /** Share of the bytes that have been sent, 0 to 1. */
  readonly sent: number
  readonly failure: Failure | null
  /** The reading as it was read, with corrections and waivers; null until it was read. */
  readonly saved: SavedReport | null
  readonly conditions: Conditions
  /** Counts the changes to what is to be checked. */
  readonly revision: number
  readonly check: FileCheck | null
  /** Of what `check` speaks, see `checkKey`; null where it is stale for sure. */
  readonly checkedKey: string | null
  /** Why the latest check could not be made. */
  readonly checkFailure: Failure | null
  /** How many corrections and waivers came back from this browser's store. */
  readonly restored: number
}

/** A file that has been read. */
export type ReadItem = Item & { readonly saved: SavedReport; readonly check: FileCheck }

/** Whether the file has been read and checked at least once. */
export function isRead(item: Item): item is ReadItem {
  return item.stage === 'read' && item.saved !== null && item.check !== null
}

/** Whether the file still waits for the server. */
export function isPending({ stage }: Item): boolean {
  return stage === 'waiting' || stage === 'reading'
}

export const NO_CONDITIONS: Conditions = { previous: 'auto', siblings: false, authority: '' }

/** A file before anything was done with it. */
export function newItem(id: string, file: File): Item {
  return {
    id,
    name: file.name,
    file,
    stage: 'waiting',
    sent: 0,
    failure: null,
    saved: null,
    conditions: NO_CONDITIONS,
    revision: 0,
    check: null,
    checkedKey: null,
    checkFailure: null,
    restored: 0,
  }
}

/** The bare reading of a saved report, small enough to be sent along as context. */
export function asContext(saved: SavedReport): SavedReport {
  return { ...saved, trace: [], figures: [], residue: [], labels: [] }
}

/** Authority and year as one line, or what stands in for them. */
export function nameOf(report: Pick<AnnualReport, 'authority' | 'year'>, file: string): string {
  if (!report.authority) return file
  return report.year === null ? report.authority : `${report.authority} ${report.year}年度`
}
