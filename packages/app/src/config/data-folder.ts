import { closedFolderAbove, serverUser } from '../storage/embedded/server-user.js'
import type { Settings } from './settings.js'

const SYSTEM = '/var/lib/gongkai'

/** Where the data are: as it is set; otherwise `beside` the program, or, where the server's user may not pass to it, in the system's own place. */
export function dataFolderOf(
  { data, databaseUrl }: Pick<Settings, 'data' | 'databaseUrl'>,
  beside: string,
): string {
  if (data !== null) return data
  if (databaseUrl !== null) return beside
  return closedFolderAbove(beside, serverUser()) === null ? beside : SYSTEM
}
