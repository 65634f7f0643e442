import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Holding, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import type { Authority } from './authority.js'
import { toAuthority } from './authority-row.js'
import { type Reorganisation, refuseDay, tellHistory } from './history.js'
import { refuseRank } from './rank.js'
import {
  type AuthorityRef,
  lockRegister,
  type OpenRefusal,
  openAt,
  openAuthority,
} from './register.js'
import { type RootRefusal, refuseRoot } from './root.js'

export type MoveAuthority = AuthorityRef & Reorganisation & { readonly parentId: string }

export type MoveRefusal =
  | OpenRefusal
  | RootRefusal
  | Refusal<
      'authority.day-wrong' | 'authority.below-itself' | 'authority.same-parent' | 'authority.wrong'
    >

/** Puts an authority, with all below it, under another; whoever does it administers both. */
export async function moveAuthority(
  platform: Platform,
  actor: Actor,
  command: MoveAuthority,
): Promise<Result<Authority, MoveRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx } = work
    await lockRegister(tx, platform)
    const opened = await openAt(tx, actor, 'authority.reorganise', command)
    if (!opened.ok) return opened
    const parent = await openAuthority(tx, actor, 'authority.reorganise', command.parentId)
    if (!parent.ok) return parent
    const { as, authority } = opened.value
    const isRoot = refuseRoot(authority)
    if (!isRoot.ok) return isRoot
    const refusal = refusePlace(authority, parent.value.authority)
    if (refusal) return refusal
    const inRank = await refuseRank(tx, authority, command.parentId)
    if (!inRank.ok) return inRank
    const inTime = await refuseDay(tx, platform, [authority], command.happenedOn)
    if (!inTime.ok) return inTime
    return ok(await moveTo(work, platform, as, authority, command))
  })
}

/** Moves an authority, tells its history and the event; right, place and day were checked before. */
export async function moveTo(
  { tx, record }: Work,
  platform: Platform,
  as: Holding,
  authority: Authority,
  to: Reorganisation & { readonly parentId: string },
): Promise<Authority> {
  const { id, parentId: before } = authority
  const moved = await writeParent(tx, authority, to.parentId)
  await tellHistory(tx, platform, 'moved', to, {
    authority_id: id,
    parent_before_id: before,
    parent_after_id: to.parentId,
  })
  record({
    as,
    name: 'authorityMoved',
    subject: { kind: 'authority', id },
    authorityId: id,
    reason: to.reason,
    detail: {
      happenedOn: to.happenedOn,
      before: { parentId: before },
      after: { parentId: to.parentId },
    },
  })
  return moved
}

async function writeParent(
  tx: Transaction<Schema>,
  { id, version }: Authority,
  parentId: string,
): Promise<Authority> {
  const row = await tx
    .updateTable('authority')
    .set({ parent_id: parentId, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toAuthority(row)
}

function refusePlace({ name, id, parentId }: Authority, parent: Authority) {
  if (parent.path.includes(id)) {
    const message = `“${parent.name}”是“${name}”本身或者其下级，不能作为它的上级。请另选上级机关。`
    return refuse('authority.below-itself', message)
  }
  if (parent.id === parentId) {
    return refuse(
      'authority.same-parent',
      `“${name}”的上级机关已经是“${parent.name}”，不需要划转。`,
    )
  }
  return null
}
