import { type LocalDate, ok } from '@gongkai/law'
import { checkReport } from '../checks/check-report.js'
import { siblingOf } from '../checks/siblings.js'
import { readSaved } from '../files/read-file.js'
import { BODIES } from './bodies.js'
import type { JobOf, JobResult } from './job.js'
import { madeFile, madeJson } from './made.js'
import { takeBody, takeReport, takeReports } from './take-body.js'
import { takeUpload } from './take-upload.js'

/** The report of a file that was sent, and its check. */
export async function upload({ body, mediaType }: JobOf<'upload'>): Promise<JobResult> {
  const file = await takeUpload(body, mediaType)
  if (!file.ok) return file
  const report = await readSaved(file.value)
  return report.ok ? madeJson({ report: report.value, check: checkReport(report.value) }) : report
}

/** The file that was sent, as it is. */
export async function unpack({ body, mediaType }: JobOf<'unpack'>): Promise<JobResult> {
  const file = await takeUpload(body, mediaType)
  if (!file.ok) return file
  return ok(madeFile(file.value.bytes, file.value.name, 'application/octet-stream'))
}

type CheckBody = {
  readonly report: unknown
  readonly previous?: unknown
  readonly siblings?: readonly unknown[]
  readonly subordinates?: readonly unknown[]
  readonly authority?: string | null
  readonly publishedOn?: LocalDate | null
}

/** The check of a reading with its corrections. */
export function check({ body }: JobOf<'check'>): JobResult {
  const given = takeBody<CheckBody>(body, BODIES.check)
  if (!given.ok) return given
  const { authority = null, publishedOn = null, ...others } = given.value
  const report = takeReport(others.report, 'report')
  if (!report.ok) return report
  const previous = others.previous ? takeReport(others.previous, 'previous') : ok(null)
  if (!previous.ok) return previous
  const siblings = takeReports(others.siblings ?? [], 'siblings')
  if (!siblings.ok) return siblings
  const below = others.subordinates ? takeReports(others.subordinates, 'subordinates') : ok(null)
  if (!below.ok) return below
  const options = { previous: previous.value, subordinates: below.value, authority, publishedOn }
  return madeJson(
    checkReport(report.value, { ...options, siblings: siblings.value.map(siblingOf) }),
  )
}
