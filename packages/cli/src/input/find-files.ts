import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from '../output/failures.js'

/** A file on disk under the name it is printed by. */
export type FoundFile = { readonly name: string; readonly path: string }

const EXTENSIONS = /\.(?:txt|md|markdown|html?|docx?|pdf|xlsx?|json|xml|csv)$/i
// What the system and Word keep beside the files.
const HIDDEN = /^(?:\.|~\$)/

/**
 * The files that the arguments name. Of a folder and those below it, in order of their names, the files with an
 * extension that may be a report's; a file named outright is taken whatever it is called. Throws a UsageError for a
 * folder without any.
 */
export async function findFiles(named: readonly string[]): Promise<FoundFile[]> {
  const found = await Promise.all(named.map(expand))
  return found.flat().map((one) => ({ name: one, path: one }))
}

async function expand(named: string): Promise<string[]> {
  if (!(await isFolder(named))) return [named]
  const files = await filesIn(named)
  if (files.length > 0) return files
  throw new UsageError(`文件夹 ${named} 中没有可以读取的文件。请核对路径。`)
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .filter(({ name }) => EXTENSIONS.test(name) && !HIDDEN.test(name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}

async function isFolder(named: string): Promise<boolean> {
  try {
    return (await stat(named)).isDirectory()
  } catch {
    // What is not there is refused when it is read, beside the files that are.
    return false
  }
}
