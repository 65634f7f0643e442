import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import { holdOverlays } from '../../overlays/read-law.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import {
  findRequest,
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestRef,
} from '../request.js'
import { writeRequest } from '../write-request.js'

export type HandleTogether = RequestRef & {
  /** 牵头件. */
  readonly leaderNumber: string
  readonly reason: string
}

export type HandleTogetherRefusal =
  | OpenRefusal
  | Refusal<
      | 'join.no-reason'
      | 'join.no-leader'
      | 'join.not-open'
      | 'join.kind-differs'
      | 'join.already'
      | 'join.leads'
      | 'join.leader-follows'
    >

/** 并案办理: a request is handled with another of the same authority, which leads. Each keeps its own clock, gets its own letter and is counted by itself. */
export async function handleTogether(
  platform: Platform,
  actor: Actor,
  command: HandleTogether,
): Promise<Result<RequestFile, HandleTogetherRefusal>> {
  return transact<Result<RequestFile, HandleTogetherRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const leaderId = await lockWithLeader(tx, command)
      const opened = await openRequest(tx, actor, 'request.handle', command)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      const reason = command.reason.trim()
      if (!reason) return NO_REASON
      const leader = leaderId ? await findRequest(tx, leaderId) : null
      if (!leader?.ok || leader.value.authorityId !== request.authorityId) return NO_LEADER
      const refused = refuseTogether(request, leader.value)
      if (refused) return refused
      await tx
        .insertInto('request_join')
        .values({
          ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), kind: 'handledWith', reason },
          ...{ request_id: request.id, other_id: leader.value.id },
          authority_id: request.authorityId,
          ...{ made_by: actor.personId, made_at: platform.now() },
        })
        .execute()
      record({
        ...{ as, name: 'requestHandledTogether', subject: { kind: 'request', id: request.id } },
        // The reason stands with the join: it may name somebody, and the record is read by others.
        authorityId: request.authorityId,
        detail: { leader: leader.value.requestNumber },
      })
      return ok(await writeRequest(tx, request, {}))
    },
  )
}

/** Locks a request and the one of that number in the order of their ids, so that two who join them the other way round do not wait for each other. */
async function lockWithLeader(
  tx: Transaction<Schema>,
  { requestId, leaderNumber }: HandleTogether,
): Promise<string | null> {
  await holdOverlays(tx)
  const rows = await tx
    .selectFrom('request')
    .select(['id', 'number'])
    .where((on) => on.or([on('id', '=', requestId), on('number', '=', leaderNumber.trim())]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return (
    rows.find(({ id, number }) => id !== requestId && number === leaderNumber.trim())?.id ?? null
  )
}

function refuseTogether(request: RequestFile, leader: RequestFile) {
  const isOpen = ({ stage }: RequestFile) => stage !== 'arrived' && stage !== 'closed'
  if (!isOpen(request) || !isOpen(leader)) return NOT_OPEN
  if (request.kind !== leader.kind) return KIND_DIFFERS
  if (request.join === 'follows') return ALREADY
  if (request.join === 'leads') return LEADS
  return leader.join === 'follows' ? LEADER_FOLLOWS : null
}

export type HandleApartRefusal =
  | OpenRefusal
  | Refusal<'join.no-reason' | 'join.not-open' | 'join.none'>

/** 解除并案: a request is handled by itself again, while it is open. */
export async function handleApart(
  platform: Platform,
  actor: Actor,
  command: RequestRef & { readonly reason: string },
): Promise<Result<RequestFile, HandleApartRefusal>> {
  return transact<Result<RequestFile, HandleApartRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, 'request.handle', command)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      const reason = command.reason.trim()
      if (!reason) return NO_REASON
      if (request.stage === 'closed') return NOT_OPEN
      const undone = await tx
        .updateTable('request_join')
        .set({ undone_by: actor.personId, undone_at: platform.now(), undone_reason: reason })
        .where('request_id', '=', request.id)
        .where('kind', '=', 'handledWith')
        .where('undone_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!undone) return NONE
      record({
        ...{ as, name: 'requestHandledApart', subject: { kind: 'request', id: request.id } },
        ...{ authorityId: request.authorityId, detail: {} },
      })
      return ok(await writeRequest(tx, request, {}))
    },
  )
}

const NO_REASON = refuse('join.no-reason', '请写明原因，它与这件申请一起保存。')
const NO_LEADER = refuse(
  'join.no-leader',
  '本机关的登记簿中没有这个编号的其他申请。请核对牵头件的申请编号；其他机关受理的不能并案。',
)
const NOT_OPEN = refuse(
  'join.not-open',
  '只有已经确认收到、没有办结的申请可以并案、解除并案。请核对这两件申请的办理情况。',
)
const KIND_DIFFERS = refuse(
  'join.kind-differs',
  '获取政府信息的申请与更正本人信息的申请不能并案，它们的期限、决定和统计不同。',
)
const ALREADY = refuse('join.already', '这件申请已经并案。需要与另一件并案的，请先解除。')
const LEADS = refuse(
  'join.leads',
  '这件申请是其他申请的牵头件。请在那些申请上解除并案，或者把新的一件并入这件。',
)
const LEADER_FOLLOWS = refuse(
  'join.leader-follows',
  '选择的牵头件已经并入另一件申请。请填写那一件的申请编号。',
)
const NONE = refuse('join.none', '这件申请没有并案，不需要解除。请刷新后查看。')
