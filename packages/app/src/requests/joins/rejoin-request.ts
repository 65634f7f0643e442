import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { holdLaw } from '../../overlays/read-law.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { tellApplicant } from '../news/tell-applicant.js'
import { reckonAgain, stepsOf } from '../reckon.js'
import {
  lockRequest,
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestRef,
} from '../request.js'
import { writeRequest } from '../write-request.js'
import { refuseWork } from './split-request.js'

export type RejoinRefusal =
  | OpenRefusal
  | Refusal<
      | 'requests.no-reason'
      | 'requests.joined'
      | 'split.none'
      | 'split.part-handled'
      | 'split.work-underway'
    >

/** 撤销分案: the parts are one request again, under its first number, as long as no part has a letter, a step of its own or an end. The parts keep their numbers and are counted nowhere. */
export async function rejoinRequest(
  platform: Platform,
  actor: Actor,
  command: RequestRef & { readonly reason: string },
): Promise<Result<RequestFile, RejoinRefusal>> {
  return transact<Result<RequestFile, RejoinRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openRequest(tx, actor, 'request.handle', command)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    const reason = command.reason.trim()
    if (!reason) return NO_REASON
    if (request.setAside !== 'split') return NONE
    const steps = await stepsOf(tx, request.id)
    const parts = await partsOf(tx, request.id)
    for (const part of parts) {
      const refused = (await refusePart(tx, part, steps.length)) ?? (await refuseWork(tx, part))
      if (refused) return refused
    }
    const aside = { set_aside_by: actor.personId, set_aside_at: platform.now() } as const
    for (const part of parts) {
      await writeRequest(tx, part, {
        ...{ set_aside: 'rejoined', set_aside_reason: reason, ...aside, stage: 'closed' },
        ...{ closed_on: today(platform), received_on: null, counted_under: null, due_on: null },
        ...{ due_provisional: false, next_on: null, next_what: null },
      })
    }
    await tx
      .updateTable('request_join')
      .set({ undone_by: actor.personId, undone_at: platform.now(), undone_reason: reason })
      .where('other_id', '=', request.id)
      .where('kind', '=', 'partOf')
      .where('undone_at', 'is', null)
      .execute()
    const after = await writeRequest(tx, request, {
      ...{ set_aside: null, set_aside_reason: null, set_aside_by: null, set_aside_at: null },
      ...reckonAgain(request, steps, await holdLaw(tx, platform)),
    })
    record({
      ...{ as, name: 'requestRejoined', subject: { kind: 'request', id: request.id } },
      authorityId: request.authorityId,
      detail: { parts: parts.map(({ requestNumber }) => requestNumber), dueOn: after.dueOn },
    })
    const told = { what: 'rejoined', on: today(platform), byLetter: false } as const
    await tellApplicant(tx, platform, { request, ...told })
    return ok(after)
  })
}

/** The parts of a request as they stand, locked in the order of their ids. */
async function partsOf(tx: Transaction<Schema>, id: string): Promise<readonly RequestFile[]> {
  const rows = await tx
    .selectFrom('request_join')
    .select('request_id')
    .where('other_id', '=', id)
    .where('kind', '=', 'partOf')
    .where('undone_at', 'is', null)
    .orderBy('request_id')
    .execute()
  const parts: RequestFile[] = []
  for (const { request_id } of rows) parts.push(await lockRequest(tx, request_id))
  return parts
}

/** A part that ended, or for which anything was sent or recorded since, stays by itself. `steps`: how many it began with. */
async function refusePart(tx: Transaction<Schema>, part: RequestFile, steps: number) {
  const sent = await tx
    .selectFrom('request_letter')
    .select('id')
    .where('request_id', '=', part.id)
    .where('state', '<>', 'discarded')
    .executeTakeFirst()
  const recorded = await tx
    .selectFrom('request_step')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('request_id', '=', part.id)
    .executeTakeFirstOrThrow()
  if (part.stage !== 'closed' && !sent && Number(recorded.count) === steps) return null
  return refuse(
    'split.part-handled',
    `分出的申请${part.requestNumber}已经办结，或者已有文书、步骤，不能撤销分案。请分别办理。`,
  )
}

const NO_REASON = refuse('requests.no-reason', '请写明撤销分案的原因，它与这件申请一起保存。')
const NONE = refuse('split.none', '这件申请没有分案，不需要撤销。请刷新后查看。')
