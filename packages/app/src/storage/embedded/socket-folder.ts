import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The name of a unix socket may have 107 bytes; the server's own name takes 18 of them. */
const LONGEST = 107 - '/.s.PGSQL.5432'.length

/** Where the server of a data folder puts its socket: in that folder, or where its name is too long for a socket, under the folder for temporary files. */
export function socketFolder(dataFolder: string): string {
  if (Buffer.byteLength(dataFolder) <= LONGEST) return dataFolder
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `gongkai-${digest}`)
}
