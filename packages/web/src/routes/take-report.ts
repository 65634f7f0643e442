import type { FileResult, Pool } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'

/** A report of a request as the file that it would be: read and held against the schema in a thread of the pool. */
export function asFile(report: SavedReport): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: '报告.json', bytes: new TextEncoder().encode(JSON.stringify(report)) }
}

/** A field of the request as a report, or the refusal that names the field. */
export async function takeReport(
  pool: Pool,
  report: SavedReport,
  field: string,
): Promise<{ readonly ok: true; readonly value: SavedReport } | Refused> {
  const read = await pool.readSaved(asFile(report))
  return read.ok ? read : { ok: false, refusal: inField(read, field) }
}

/** The reports of a list, or the refusal that names the first that is none. */
export async function takeReports(
  pool: Pool,
  reports: readonly SavedReport[],
  field: string,
): Promise<{ readonly ok: true; readonly value: readonly SavedReport[] } | Refused> {
  const taken = await Promise.all(
    reports.map((report, at) => takeReport(pool, report, `${field}.${at}`)),
  )
  const refused = taken.find((one) => !one.ok)
  if (refused && !refused.ok) return refused
  return { ok: true, value: taken.flatMap((one) => (one.ok ? [one.value] : [])) }
}

type Refused = { readonly ok: false; readonly refusal: ApiRefusal }

/** What does not fit the schema is a fault of the request and not of a file; limits and faults stay what they are. */
export function inField(
  { refusal }: Extract<FileResult<unknown>, { readonly ok: false }>,
  field: string,
): ApiRefusal {
  const isShape = refusal.code === 'file.damaged' || refusal.code === 'file.unsupported'
  if (!isShape) return refusal
  return REQUEST_REFUSALS.malformed([{ field, message: refusal.message }])
}
