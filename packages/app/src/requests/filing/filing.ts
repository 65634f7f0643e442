import type { FiledCase } from '@gongkai/documents'
import type { LetterText, LocalDate } from '@gongkai/law'
import type { Selectable } from 'kysely'
import type { Platform } from '../../context.js'
import { seal, unseal } from '../../records/seal.js'
import type { Schema } from '../../storage/schema.js'
import type { KeptFile } from '../request-files.js'

export type FilingState = 'making' | 'filed' | 'failed'

type Part = FiledCase['parts'][number]

/** A file of the case: one of the store, or a letter, which is written when the case is made. */
type GatheredFile = Pick<KeptFile, 'id' | 'name'> & { readonly isPrinted: boolean }

/** A case as it was gathered: all but the bytes. */
export type GatheredCase = Omit<FiledCase, 'parts'> & {
  readonly parts: readonly (Omit<Part, 'files'> & {
    readonly files: readonly GatheredFile[]
    /** Written as a PDF beside the text of the part. */
    readonly letter: { readonly text: LetterText; readonly on: LocalDate } | null
  })[]
}

/** What became of the making of a case. */
export type FilingResult =
  | {
      readonly ok: true
      /** PDF/A. */
      readonly printed: KeptFile
      /** The originals with manifest and hashes. */
      readonly packed: KeptFile
      readonly problems: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

type Kept = { readonly content: GatheredCase; readonly result: FilingResult }

type Of = Pick<Selectable<Schema['request_filing']>, 'request_id' | 'no'>

/** A part of the row of a filing as it is kept: it names who asks. */
export function sealFiling<P extends keyof Kept>(
  { key }: Pick<Platform, 'key'>,
  { request_id, no }: Of,
  part: P,
  value: Kept[P],
): Buffer {
  return seal(key, `request filing ${part} ${request_id} ${no}`, JSON.stringify(value))
}

/** What {@link sealFiling} closed; null where there is none. Throws where the key is another. */
export function unsealFiling<P extends keyof Kept>(
  { key }: Pick<Platform, 'key'>,
  row: Of & Readonly<Record<P, Buffer | null>>,
  part: P,
): Kept[P] | null {
  const sealed = row[part]
  // Emptied where the request was erased.
  if (!sealed?.length) return null
  const text = unseal(key, `request filing ${part} ${row.request_id} ${row.no}`, sealed)
  if (text === null) throw new Error(`the ${part} of filing ${row.request_id} cannot be opened`)
  // Written by `sealFiling` alone.
  return JSON.parse(text) as Kept[P]
}
