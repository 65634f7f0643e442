import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type Asked, type AskRefusal, askAuthorities } from './ask-authorities.js'
import { type Collection, toCollection } from './collection.js'

export type AddAuthorities = {
  readonly collectionId: string
  readonly version: number
  readonly authorityIds: readonly string[]
}

/** Somebody else was faster: what stands now goes with it. */
export type CollectionChanged = Refusal<'collection.changed'> & { readonly present: Collection }

export type AddAuthoritiesRefusal =
  | RightRefusal
  | AskRefusal
  | CollectionChanged
  | Refusal<'collection.not-found'>

/** 增加机关: asks more authorities for their reports of the year. */
export async function addAuthorities(
  platform: Platform,
  actor: Actor,
  { collectionId, version, authorityIds }: AddAuthorities,
): Promise<Result<readonly Asked[], AddAuthoritiesRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOn(tx, actor, 'collection.open', 'collection', collectionId)
    if (!allowed.ok) return allowed
    const locked = tx
      .selectFrom('collection')
      .selectAll()
      .where('id', '=', collectionId)
      .forUpdate()
    const collection = toCollection(await locked.executeTakeFirstOrThrow())
    if (collection.version !== version) return changed(collection)
    const asked = await askAuthorities(tx, platform, actor, collection, authorityIds)
    if (!asked.ok) return asked
    await tx
      .updateTable('collection')
      .set({ version: version + 1 })
      .where('id', '=', collectionId)
      .execute()
    record({
      as: allowed.value,
      name: 'authoritiesAsked',
      subject: { kind: 'collection', id: collectionId },
      authorityId: collection.authorityId,
      detail: { asked: asked.value },
    })
    return ok(asked.value)
  })
}

function changed(present: Collection): { readonly ok: false; readonly refusal: CollectionChanged } {
  const message = '这项年度报告工作已由他人更改，本次没有保存。请对照现在的内容，确认后重新提交。'
  return { ok: false, refusal: { code: 'collection.changed', message, present } }
}
