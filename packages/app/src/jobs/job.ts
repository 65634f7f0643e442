import type { PaperFormat, RedactRefusal, ReportFormat, WriteRefusal } from '@gongkai/documents'
import type { LetterText, LocalDate, Refusal, Result } from '@gongkai/law'
import type { ListedCheck } from '../checks/export-checks.js'
import type { Gathered } from '../collection/add-up.js'
import type { FileRefusal } from '../files/refusals.js'
import type { MergeRefusal } from '../reports/merge-files.js'

/**
 * Work of which what is made is bytes, so that nobody but the converter that does it writes them. What somebody sent is given as it came:
 * `body` is JSON (`BODIES` says of which shape), or a form as browsers send it; nobody else parses it, and it is gone from the caller.
 */
export type Job =
  | { readonly kind: 'upload'; readonly body: ArrayBuffer; readonly mediaType: string }
  | { readonly kind: 'unpack'; readonly body: ArrayBuffer; readonly mediaType: string }
  | { readonly kind: 'check'; readonly body: ArrayBuffer }
  | { readonly kind: 'write'; readonly body: ArrayBuffer; readonly to: ReportFormat }
  | { readonly kind: 'findings'; readonly body: ArrayBuffer; readonly to: 'xlsx' | 'html' }
  | { readonly kind: 'overview'; readonly body: ArrayBuffer }
  | { readonly kind: 'merge'; readonly body: ArrayBuffer }
  | { readonly kind: 'compare'; readonly body: ArrayBuffer }
  | { readonly kind: 'example'; readonly at: number }
  | { readonly kind: 'openFindings'; readonly results: readonly ListedCheck[] }
  | { readonly kind: 'consolidation'; readonly gathered: Gathered; readonly to: 'json' | 'xlsx' }
  | {
      readonly kind: 'sheet'
      readonly title: string
      readonly rows: SheetLines
      readonly name: string
    }
  /** A letter of a request, laid out; `on` is the date that the file carries within. */
  | {
      readonly kind: 'letter'
      readonly letter: LetterText
      readonly to: PaperFormat
      readonly on: LocalDate
    }
  /** 申请表 of an authority, blank. */
  | {
      readonly kind: 'requestForm'
      readonly authority: string
      readonly to: PaperFormat
      readonly on: LocalDate
    }
  /** A page of a document that parts are withheld of, as a picture. */
  | { readonly kind: 'page'; readonly body: ArrayBuffer; readonly page: number }
  /** What there is to withhold in it; `looked` are words that are looked for. */
  | { readonly kind: 'marking'; readonly body: ArrayBuffer; readonly looked: readonly string[] }
  /** `body` is a file, as it came in under `name`. */
  | { readonly kind: 'show'; readonly body: ArrayBuffer; readonly name: string }

/** Lines of a sheet with their cells, the heading first. */
export type SheetLines = readonly (readonly string[])[]

export type JobOf<K extends Job['kind']> = Extract<Job, { readonly kind: K }>

/** What came of a job. */
export type Made = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** What to call the file; null for an answer that is no file. */
  readonly name: string | null
  /** What the receiver of the file must know about it. */
  readonly notes: readonly string[]
}

/** The body is not of the shape that the job takes; `field` says where (`files.0.report`), `message` what is asked. */
export type BodyRefusal = Refusal<'body.malformed'> & { readonly field: string }

export type JobRefusal = BodyRefusal | FileRefusal | WriteRefusal | MergeRefusal | RedactRefusal

export type JobResult = Result<Made, JobRefusal>

/** Refuses a body for one of its fields. */
export function malformed(
  field: string,
  message: string,
): { readonly ok: false; readonly refusal: BodyRefusal } {
  return { ok: false, refusal: { code: 'body.malformed', field, message } }
}
