import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { holdersOf } from '../../notices/recipients.js'
import { RIGHTS } from '../../rights/rights.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { type OpenRefusal, openRequest, type RequestFile, type RequestRef } from '../request.js'
import { writeRequest } from '../write-request.js'

export type AssignHandler = RequestRef & { readonly handlerId: string }

export type AssignRefusal = OpenRefusal | Refusal<'requests.closed' | 'requests.handler-wrong'>

/** 确定承办人: who sees to a request. Whoever takes it over himself names himself. */
export async function assignHandler(
  platform: Platform,
  actor: Actor,
  { handlerId, ...ref }: AssignHandler,
): Promise<Result<RequestFile, AssignRefusal>> {
  return transact<Result<RequestFile, AssignRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openRequest(tx, actor, 'request.handle', ref)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    if (request.closedOn) return CLOSED
    if (!(await isHandlerAt(tx, request.authorityId, handlerId))) return HANDLER_WRONG
    const after = await writeRequest(tx, request, { handler_id: handlerId })
    record({
      as,
      name: 'requestHandlerAssigned',
      subject: { kind: 'request', id: request.id },
      authorityId: request.authorityId,
      detail: { formerHandler: request.handlerId, to: handlerId },
    })
    await notifyOthers(tx, actor, [handlerId], 'requestAssigned', {
      ...{ requestNumber: request.requestNumber, request: request.id },
    })
    return ok(after)
  })
}

/** Whether a person may handle the requests of an authority today. */
export async function isHandlerAt(
  tx: Transaction<Schema>,
  authorityId: string,
  personId: string,
): Promise<boolean> {
  const holders = await holdersOf(tx, RIGHTS['request.handle'].roles, authorityId)
  return holders.includes(personId)
}

const CLOSED = refuse('requests.closed', '这件申请已经办结，不需要再确定承办人。')
export const HANDLER_WRONG = refuse(
  'requests.handler-wrong',
  '所选的人员不是本机关的政府信息公开联络员或者工作机构负责人，不能承办。请另选人员；只需要其提供材料的，请用“交办”。',
)
