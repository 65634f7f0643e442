import { createHash } from 'node:crypto'
import { type DocumentRefusal, type ReadDocument, readDocument } from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import { figures } from '@gongkai/proofread'
import { type AnnualReport, type PartKey, type SavedReport, textParts } from '@gongkai/report'

/** A file as it comes in: the name it goes by, and its bytes. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** The report in a file, under the name and digest of this very file. Refused where the file cannot be read. */
export async function readFile(file: GivenFile): Promise<Result<SavedReport, DocumentRefusal>> {
  const read = await readDocument(file.bytes, file.name)
  return read.ok ? ok(toSaved(read.value, given(file, read.value))) : read
}

/** The same, but a saved reading keeps the name and digest of the file that it was first read from. */
export async function readSaved(file: GivenFile): Promise<Result<SavedReport, DocumentRefusal>> {
  const read = await readDocument(file.bytes, file.name)
  return read.ok ? ok(toSaved(read.value, read.value.origin ?? given(file, read.value))) : read
}

type About = Pick<SavedReport, 'file' | 'sha256' | 'mediaType'>

function given({ name, bytes }: GivenFile, { mediaType }: ReadDocument): About {
  return { file: name, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType }
}

/** A reading with its figures, in the order in which `gongkai read` prints its fields. */
export function toSaved(
  { report, corrections, waivers }: Pick<ReadDocument, 'report' | 'corrections' | 'waivers'>,
  { file, sha256, mediaType }: About,
): SavedReport {
  const { form, title, authority, year, intro, sections, cells, problems, ...rest } = report
  return {
    ...{ file, sha256, mediaType },
    ...{ form, title, authority, year, intro, sections, cells, problems },
    ...{ ...rest, figures: figuresOf(report) },
    ...(corrections.length > 0 && { corrections }),
    ...(waivers.length > 0 && { waivers }),
  }
}

function figuresOf(report: AnnualReport): AnnualReport['figures'] {
  // Every figure stands in one of the parts that were given, so its key is one of theirs.
  return figures(textParts(report)).map((one) => ({ ...one, part: one.part as PartKey }))
}
