import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { systemOf } from '../queue/system.js'
import { transact } from '../storage/transact.js'

/** So many of everybody's newest notices are still unread. */
const UNREAD = 3

/** What everybody was told in the course of the story was read then, but for the newest. */
export async function settleNotices(platform: Platform): Promise<void> {
  await transact(platform, systemOf(platform), async ({ tx }) => {
    await sql`
      update notice set read_at = ${platform.now()} where tenant_id = current_tenant() and id not in (
        select id from (select id, row_number() over (partition by person_id order by id desc) as place
          from notice where tenant_id = current_tenant()) as told where place <= ${UNREAD})`.execute(
      tx,
    )
    return ok(null)
  })
}
