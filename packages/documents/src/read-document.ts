import { ok, type Result } from '@gongkai/law'
import type { AnnualReport, Correction, SavedReport, Waiver } from '@gongkai/report'
import { readOwnCsv } from './own/read-csv.js'
import { readOwnJson } from './own/read-json.js'
import { readOwnXml } from './own/read-xml.js'
import { isOwnCsv } from './own/recognise.js'
import { readSniffed } from './source/read-source.js'
import { type Sniffed, sniffAndDecode } from './source/sniff/sniff.js'
import type { DocumentRefusal, MediaKind } from './source/source.js'
import { readReport } from './whole/read-report.js'

/** The IANA media type of each kind of file that is read. */
export const MEDIA_TYPES: Readonly<Record<MediaKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  json: 'application/json',
  xml: 'application/xml',
  csv: 'text/csv',
}

/** Which file a saved reading was first read from. */
export type Origin = {
  readonly file: string
  readonly sha256: string
  readonly mediaType: string
}

/** A report as it was read from a file, and what a person made of it where the file is a saved reading. */
export type ReadDocument = {
  readonly mediaType: string
  readonly kind: MediaKind
  readonly report: AnnualReport
  readonly corrections: readonly Correction[]
  readonly waivers: readonly Waiver[]
  /** Only of our own formats, which carry it; null too where the report was written in the system and never was a file. */
  readonly origin: Origin | null
}

/**
 * Reads a file of any kind by its content: our own json, xml and csv field by field, everything else by finding the
 * form in its lines and grids. `name` decides only between plain text and Markdown.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
): Promise<Result<ReadDocument, DocumentRefusal>> {
  const sniffed = await sniffAndDecode(bytes, name)
  if (!sniffed.ok) return sniffed
  const kind = kindOf(sniffed.value)
  const readOwn = OWN[kind]
  if (readOwn) {
    const saved = readOwn(bytes)
    return saved.ok ? ok({ ...ofSaved(saved.value), kind, mediaType: MEDIA_TYPES[kind] }) : saved
  }
  const source = await readSniffed(bytes, sniffed.value)
  if (!source.ok) return source
  const report = readReport(source.value)
  const amendments = { corrections: [], waivers: [], origin: null }
  return ok({ ...amendments, report, kind, mediaType: MEDIA_TYPES[kind] })
}

type ReadOwn = (bytes: Uint8Array) => Result<SavedReport, DocumentRefusal>

const OWN: Readonly<Partial<Record<MediaKind, ReadOwn>>> = {
  json: readOwnJson,
  xml: readOwnXml,
  csv: readOwnCsv,
}

/** Our own CSV is told by its header. */
function kindOf({ kind, decoded }: Sniffed): MediaKind {
  return decoded && isOwnCsv(decoded.text) ? 'csv' : kind
}

function ofSaved(saved: SavedReport): Omit<ReadDocument, 'kind' | 'mediaType'> {
  const { file, sha256, mediaType, corrections = [], waivers = [], ...report } = saved
  const origin = sha256 === null || mediaType === null ? null : { file, sha256, mediaType }
  return { report, corrections, waivers, origin }
}
