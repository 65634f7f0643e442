import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { nameOf } from '../../people/person.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { tellableReason } from '../masking.js'
import { HANDLER_WRONG, isHandlerAt } from './assign-handler.js'

export type HandOverRequests = {
  readonly authorityId: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** How much went over. */
export type MovedRequests = { readonly requests: number; readonly tasks: number }

export type HandOverRequestsRefusal =
  | RightRefusal
  | Refusal<'requests.handler-wrong' | 'requests.nothing-to-hand-over'>

/** 移交承办的申请: all open requests of a person in an authority, and what is left of the shares that were given to him, go to another in one act. */
export async function handOverRequests(
  platform: Platform,
  actor: Actor,
  { authorityId, from, to, reason }: HandOverRequests,
): Promise<Result<MovedRequests, HandOverRequestsRefusal>> {
  return transact<Result<MovedRequests, HandOverRequestsRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allow(tx, actor, 'request.handle', authorityId)
      if (!allowed.ok) return allowed
      if (!(await isHandlerAt(tx, authorityId, to))) return HANDLER_WRONG
      const moved = await moveRequests(tx, authorityId, from, to)
      if (from === to || moved.requests + moved.tasks === 0) return NOTHING
      record({
        as: allowed.value,
        name: 'requestsHandedOver',
        subject: { kind: 'person', id: from },
        ...{ authorityId, reason: await tellableReason(tx, null, reason.trim()) },
        detail: { to, ...moved },
      })
      await notifyOthers(tx, actor, [to], 'requestsHandedOver', {
        ...{ authority: await nameOf(tx, authorityId), at: authorityId },
        ...{ count: `${moved.requests}`, tasks: `${moved.tasks}` },
      })
      return ok(moved)
    },
  )
}

/** Moves what is open; nothing for whoever neither works at that desk nor administers the authority. */
export async function moveRequests(
  tx: Transaction<Schema>,
  authorityId: string,
  from: string,
  to: string,
): Promise<MovedRequests> {
  const { rows } = await sql<MovedRequests>`
    select requests::integer, tasks::integer from hand_over_requests(${authorityId}, ${from}, ${to})`.execute(
    tx,
  )
  return rows[0] ?? { requests: 0, tasks: 0 }
}

const NOTHING = refuse(
  'requests.nothing-to-hand-over',
  '移交人在本机关没有承办中的申请和未答复的交办事项，或者与接收人是同一人。请核对后重新选择。',
)
