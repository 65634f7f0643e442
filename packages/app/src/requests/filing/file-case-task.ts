import { type FiledCase, fileCase } from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'

/** A case as one PDF/A and as the zip of its originals, with what could not be printed. */
export type CaseFiles = {
  readonly printed: Uint8Array
  readonly packed: Uint8Array
  readonly problems: readonly string[]
}

/** Makes both of a case, in a converter. */
export async function fileCaseTask(filed: FiledCase): Promise<Result<CaseFiles, never>> {
  const { printed, packed } = await fileCase(filed)
  const problems = [...new Set(printed.problems.map(({ message }) => message))]
  return ok({ printed: printed.bytes, packed: packed.bytes, problems })
}
