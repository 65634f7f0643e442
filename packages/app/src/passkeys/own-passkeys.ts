import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { homeOf } from '../sessions/self.js'
import { transact } from '../storage/transact.js'

export type OwnPasskey = {
  readonly id: string
  readonly name: string
  readonly madeAt: Date
  readonly usedAt: Date | null
}

/** The own passkeys, the oldest first. */
export async function listPasskeys(
  platform: Platform,
  actor: Actor,
): Promise<Result<readonly OwnPasskey[], never>> {
  return transact(platform, actor, async ({ tx }) => {
    const rows = await tx
      .selectFrom('passkey')
      .select(['id', 'name', 'made_at', 'used_at'])
      .where('person_id', '=', actor.personId)
      .orderBy('id')
      .execute()
    return ok(
      rows.map(({ id, name, made_at, used_at }) => ({
        id,
        name,
        madeAt: made_at,
        usedAt: used_at,
      })),
    )
  })
}

/** Takes one of the own passkeys away: it opens nothing any more. */
export async function removePasskey(
  platform: Platform,
  actor: Actor,
  { passkeyId }: { readonly passkeyId: string },
): Promise<Result<null, Refusal<'passkey.not-found'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const removed = await tx
      .deleteFrom('passkey')
      .where('person_id', '=', actor.personId)
      .where('id', '=', passkeyId)
      .returning('name')
      .executeTakeFirst()
    if (!removed) return NOT_FOUND
    record({
      as: null,
      name: 'passkeyRemoved',
      subject: { kind: 'person', id: actor.personId },
      authorityId: await homeOf(tx, actor.personId),
      detail: removed,
    })
    return ok(null)
  })
}

const NOT_FOUND = refuse('passkey.not-found', '没有这个通行密钥，可能已经删除。请刷新列表。')
