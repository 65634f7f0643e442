import { fetchFile } from '../api.js'
import type { Failure } from '../state/item.js'

/** What came of a download: what its receiver must know of the file, or why there is none. */
export type Downloaded = { readonly failure: Failure | null; readonly notes: readonly string[] }

/** Has a file made and hands it to the browser under `name`. */
export async function download(path: string, body: unknown, name: string): Promise<Downloaded> {
  const answer = await fetchFile(path, body)
  if (!answer.ok) return { failure: answer.failure, notes: [] }
  const address = URL.createObjectURL(answer.value.blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser takes the bytes after this turn; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { failure: null, notes: answer.value.notes }
}

/** A file's name without its extension. */
export function baseName(name: string): string {
  return name.replace(/\.[^.]+$/, '')
}
