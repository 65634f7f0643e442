export { acceptReport } from './own/accept-report.js'
export { matchSchema } from './own/match-schema.js'
export * from './own/read-csv.js'
export * from './own/read-json.js'
export * from './own/read-xml.js'
export * from './own/recognise.js'
export {
  annualReportSchema,
  correctionSchema,
  findingSchema,
  problemSchema,
  type Schema,
} from './own/schema.js'
export * from './read-document.js'
export { LIMITS } from './source/guards/limits.js'
export { REFUSALS } from './source/guards/refusals.js'
export { inflatePart, listZip } from './source/guards/zip.js'
export * from './source/read-source.js'
export { readSheetRows, type SheetRow } from './source/sheet/read-rows.js'
export * from './source/sniff/sniff.js'
export * from './source/source.js'
export { readReport } from './whole/read-report.js'
export * from './write/describe.js'
export { type FileFindings, findingRow, SEVERITIES } from './write/finding-row.js'
export * from './write/findings.js'
export * from './write/overview.js'
export { writeSheetRows } from './write/sheet-rows.js'
export { MISSING_SECTION_MARK, MISSING_TITLE_MARK, UNREAD_MARK } from './write/statutory.js'
export * from './write/write-report.js'
