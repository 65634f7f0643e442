import {
  type Redactions,
  type RedactRefusal,
  redactFile,
  type Withheld,
  type WithheldIndex,
  writeWithheld,
} from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import { findPersonal } from '@gongkai/proofread'

/** What a converter is given to redact. */
export type RedactTask = {
  readonly bytes: Uint8Array
  readonly redactions: Redactions
  readonly index: Omit<WithheldIndex, 'withheld'>
}

/** A redacted file and its index, with what an officer must look at. */
export type RedactedFile = {
  readonly file: Uint8Array
  readonly index: Uint8Array
  readonly mediaType: string
  readonly extension: string
  readonly withheld: readonly Withheld[]
  readonly problems: readonly string[]
  /** Of which kind each of them is: what is of one kind is looked at together. */
  readonly kinds: readonly string[]
}

/** Makes the file and its index; the text that stays open is looked through for personal data. */
export async function redactTask({
  bytes,
  redactions,
  index,
}: RedactTask): Promise<Result<RedactedFile, RedactRefusal>> {
  const redacted = await redactFile(bytes, { ...redactions, name: index.file })
  if (!redacted.ok) return redacted
  const { withheld, openText, problems, mediaType, extension } = redacted.value
  const parts = openText.map(({ where, text }) => ({ part: where, text }))
  const personal = findPersonal(parts).map(({ part, message }) => {
    return { code: 'personal', message: `${part}：${message}` }
  })
  const told = new Map([...problems, ...personal].map(({ code, message }) => [message, code]))
  const paper = await writeWithheld({ ...index, withheld }, 'pdf', redactions.on)
  return ok({
    ...{ file: redacted.value.bytes, index: paper.bytes, mediaType, extension, withheld },
    ...{ problems: [...told.keys()], kinds: [...told.values()] },
  })
}
