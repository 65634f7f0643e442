import type { ReportFormat, WriteRefusal } from '@gongkai/documents'
import type { Refusal, Result } from '@gongkai/law'
import type { FileRefusal } from '../files/refusals.js'
import type { MergeRefusal } from '../reports/merge-files.js'

/**
 * Work of which both what is given and what is made are bytes, so that nobody but the thread that does it parses or
 * writes them. `body` is JSON (`BODIES` says of which shape), or a form as browsers send it; it is gone from the caller.
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

export type JobRefusal = BodyRefusal | FileRefusal | WriteRefusal | MergeRefusal

export type JobResult = Result<Made, JobRefusal>

/** Refuses a body for one of its fields. */
export function malformed(
  field: string,
  message: string,
): { readonly ok: false; readonly refusal: BodyRefusal } {
  return { ok: false, refusal: { code: 'body.malformed', field, message } }
}
