import { sql } from 'kysely'
import { type Platform, today } from '../context.js'

/**
 * By what a page of the portal knows that it is still true: another text after every change of what everybody sees, in whichever process it was
 * made, and on every new day, because lateness is counted in days. One statement, so that it can be asked for every request.
 */
export async function publicStamp(
  platform: Pick<Platform, 'db' | 'tenantId' | 'now'>,
): Promise<string> {
  const { rows } = await sql<{ stamp: string | null }>`
    select public_stamp_of(${platform.tenantId}) as stamp`.execute(platform.db)
  return `${platform.tenantId} ${rows[0]?.stamp ?? 'new'} ${today(platform)}`
}
