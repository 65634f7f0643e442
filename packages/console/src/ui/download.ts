import { fetchFile } from '../api.js'
import type { Failure } from '../state/item.js'

/** Has a file made and hands it to the browser under `name`; the failure where it cannot be made. */
export async function download(path: string, body: unknown, name: string): Promise<Failure | null> {
  const answer = await fetchFile(path, body)
  if (!answer.ok) return answer.failure
  const address = URL.createObjectURL(answer.value)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser takes the bytes after this turn; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return null
}

/** A file's name without its extension. */
export function baseName(name: string): string {
  return name.replace(/\.[^.]+$/, '')
}
