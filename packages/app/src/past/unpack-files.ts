import { setImmediate as breathe } from 'node:timers/promises'
import { inflatePart, listZip, sniff } from '@gongkai/documents'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { GivenFile } from '../files/read-file.js'
import type { FileStore } from '../storage/file-store.js'
import { FileRefused } from '../storage/file-store-guard.js'

/** What systems leave beside the files of people. */
const LEFT_BY_SYSTEMS = /(?:^|\/)(?:\.|~\$|__MACOSX(?:\/|$)|Thumbs\.db$|desktop\.ini$)/i

/** What is kept, and what is not, with why. */
export type KeptFiles = {
  readonly kept: readonly { readonly name: string; readonly digest: string }[]
  readonly refused: readonly { readonly name: string; readonly message: string }[]
}

/**
 * Keeps the files that were sent, those of a zip one by one, with their names and folders; what carries macros or a virus, and what no report can be, by
 * its type or by what it inflates to, is left out and named. What may be one and is damaged is kept, for somebody to look at.
 * Refused as a whole where a zip is damaged, is locked by a password, or holds more than may be unpacked.
 */
export async function keepFiles(
  files: Pick<FileStore, 'put'>,
  sent: readonly GivenFile[],
): Promise<Result<KeptFiles, Refusal<'past.zip'>>> {
  const kept: { name: string; digest: string }[] = []
  const refused: { name: string; message: string }[] = []
  for (const file of sent) {
    const given = /\.zip$/i.test(file.name) ? unzipped(file) : ok([() => ok(file)])
    if (!given.ok) return given
    for (const take of given.value) {
      const one = take()
      if (!one.ok) return one
      const { name, bytes } = one.value
      const put = (await foreign(name, bytes)) ?? (await tryPut(files, bytes))
      if (typeof put === 'string') kept.push({ name, digest: put })
      else refused.push({ name, message: put.message })
      // What waits for its turn meanwhile gets it.
      await breathe()
    }
  }
  return ok({ kept, refused })
}

type Take = () => Result<GivenFile, Refusal<'past.zip'>>

/** Each part is inflated when its turn comes. */
function unzipped({ name: zip, bytes }: GivenFile): Result<readonly Take[], Refusal<'past.zip'>> {
  const entries = listZip(bytes)
  if (!entries.ok) return broken(zip, entries.refusal.message)
  const wanted = [...entries.value.values()].filter(
    ({ name }) => !name.endsWith('/') && !LEFT_BY_SYSTEMS.test(name),
  )
  if (wanted.some(({ isEncrypted }) => isEncrypted)) return broken(zip, '压缩包设有密码。')
  return ok(
    wanted.map((entry) => () => {
      const part = inflatePart(bytes, entry)
      return part
        ? ok({ name: entry.name, bytes: part })
        : broken(zip, `其中的“${entry.name}”已损坏。`)
    }),
  )
}

/** What may not come in whatever stands in it: programs, pictures, archives, and what inflates to something else than a report. */
const FOREIGN = ['file.unsupported', 'file.inflates-too-far', 'file.too-large']

/** Why a file of this type is not taken; null where it may be a report. The type is told by the content, never by the name. */
async function foreign(name: string, bytes: Uint8Array): Promise<Refusal | null> {
  const kind = await sniff(bytes, name)
  return !kind.ok && FOREIGN.includes(kind.refusal.code) ? kind.refusal : null
}

/** The digest, or why it is not kept. Throws where nothing at all can be kept now. */
async function tryPut(files: Pick<FileStore, 'put'>, bytes: Uint8Array) {
  try {
    return await files.put(bytes)
  } catch (fault) {
    if (fault instanceof FileRefused && fault.refusal.code !== 'file.not-scanned') {
      return fault.refusal
    }
    throw fault
  }
}

function broken(name: string, why: string) {
  return refuse('past.zip', `不能打开“${name}”：${why}请重新压缩，或者直接选择文件夹。`)
}
