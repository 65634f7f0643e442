import { acceptReport, matchSchema, type Schema } from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { type BodyRefusal, malformed } from './job.js'

/** The JSON of a body as `schema` has it, or the field that does not fit. */
export function takeBody<T>(body: ArrayBuffer, schema: Schema): Result<T, BodyRefusal> {
  const value = parse(body)
  if (value === undefined) return malformed('请求正文', '不是完整的 JSON，无法解析')
  const match = matchSchema(schema, value)
  // The schema has just shown what it is; only reports are still to be looked at.
  if (match.ok) return ok(match.value as T)
  const { pointer, asked } = match.mismatch
  return malformed(fieldOf(pointer), asked)
}

/** A report of a body, held against its schema; its figures are those that it brought. */
export function takeReport(value: unknown, field: string): Result<SavedReport, BodyRefusal> {
  const report = acceptReport(value, 'JSON')
  return report.ok ? report : malformed(field, report.refusal.message)
}

/** The reports of a list, or the first that is none. */
export function takeReports(
  values: readonly unknown[],
  field: string,
): Result<readonly SavedReport[], BodyRefusal> {
  const reports: SavedReport[] = []
  for (const [at, value] of values.entries()) {
    const taken = takeReport(value, `${field}.${at}`)
    if (!taken.ok) return taken
    reports.push(taken.value)
  }
  return ok(reports)
}

function parse(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function fieldOf(pointer: string): string {
  return pointer === '' ? '请求正文' : pointer.slice(1).replaceAll('/', '.')
}
