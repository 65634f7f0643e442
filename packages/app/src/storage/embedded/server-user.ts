import { statSync } from 'node:fs'
import path from 'node:path'

/** The user as whom the server runs: it refuses to run as root. */
export type ServerUser = { readonly uid?: number; readonly gid?: number }

/** The user of Debian and others that owns nothing (nobody, nogroup). */
const NOBODY = 65_534

/** Ourselves, or where we are root, nobody. */
export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
}

/** The first folder above `folder` that the server's user may not pass through; null where all may be passed. */
export function closedFolderAbove(folder: string, { uid }: ServerUser): string | null {
  if (uid === undefined) return null
  const above = path.dirname(folder)
  if (above === folder) return null
  const closed = closedFolderAbove(above, { uid })
  if (closed !== null) return closed
  const { mode, uid: owner } = statSync(above)
  return mode & 0o001 || owner === uid ? null : above
}
