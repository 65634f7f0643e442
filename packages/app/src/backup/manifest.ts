/** What a copy holds: the last but one entry of its archive, followed by the digest of itself. */
export type Manifest = {
  readonly format: typeof FORMAT
  /** UTC, of the snapshot. */
  readonly madeAt: string
  /** The migrations that had run, in order. */
  readonly migrations: readonly string[]
  /** Which key opens the personal data; null where there was none yet. The key itself is never in a copy. */
  readonly keyId: string | null
  readonly tables: readonly CopiedTable[]
  /** Queues and jobs, in the tables of the library as it was. */
  readonly jobs: readonly CopiedTable[]
  /** SHA-256 of each file, which is its name. */
  readonly files: readonly string[]
  /** Files that were no longer readable when the copy was made. */
  readonly damaged: readonly string[]
}

export type CopiedTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Of the rows in PostgreSQL's text format, in hex. */
  readonly sha256: string
  readonly parts: number
}

export const FORMAT = 'gongkai-backup-1'
export const MANIFEST = 'manifest.json'
/** As `sha256sum -c` reads it. */
export const MANIFEST_DIGEST = 'manifest.json.sha256'

/** The name of part `number` (from 1) of a table's rows, compressed. */
export function partName(table: string, number: number): string {
  return `tables/${table}/${String(number).padStart(6, '0')}.gz`
}

/** The name of a file: unpacked, the folder is a file store. */
export function fileName(digest: string): string {
  return `files/${digest.slice(0, 2)}/${digest}`
}
