import type { SavedReport } from '@gongkai/report'

/** The whole reading as one JSON object (schema/annual-report.schema.json), UTF-8, indented. */
export function writeJson(report: SavedReport): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
}
