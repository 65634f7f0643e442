import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { countUnread } from './list-notices.js'

/** Marks own notices as read; what is not one's own, or is read already, stays as it is. Returns how many are still unread. */
export async function markRead(
  platform: Platform,
  actor: Actor,
  { noticeIds }: { readonly noticeIds: readonly string[] },
): Promise<Result<number, never>> {
  return transact(platform, actor, async ({ tx }) => {
    if (noticeIds.length > 0) {
      await tx
        .updateTable('notice')
        .set({ read_at: platform.now() })
        .where('tenant_id', '=', platform.tenantId)
        .where('id', 'in', noticeIds)
        .where('read_at', 'is', null)
        .execute()
    }
    return ok(await countUnread(tx, platform, actor))
  })
}

/** Marks own notices as read up to the newest that was on the screen: what came since stays unread. */
export async function markAllRead(
  platform: Platform,
  actor: Actor,
  { upTo }: { readonly upTo: string },
): Promise<Result<number, never>> {
  return transact(platform, actor, async ({ tx }) => {
    await tx
      .updateTable('notice')
      .set({ read_at: platform.now() })
      .where('tenant_id', '=', platform.tenantId)
      .where('person_id', '=', actor.personId)
      .where('id', '<=', upTo)
      .where('read_at', 'is', null)
      .execute()
    return ok(await countUnread(tx, platform, actor))
  })
}
