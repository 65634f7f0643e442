import { LETTERS, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import { enqueue } from '../../queue/enqueue.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { type OpenRefusal, openRequest, type RequestRef } from '../request.js'
import { FILE_REQUEST } from './file-request-job.js'
import { sealFiling } from './filing.js'
import { gatherCase } from './gather-case.js'

export type FileRequestRefusal =
  | OpenRefusal
  | Refusal<'filing.not-closed' | 'filing.under-way' | 'filing.current'>
  | (Refusal<'filing.still-open'> & { readonly open: readonly string[] })

/** 归档: gathers a request that is over as it stands today, and has it made into a case in the background. Filed again, it is the next version. */
export async function fileRequest(
  platform: Platform,
  actor: Actor,
  ref: RequestRef,
): Promise<Result<{ readonly no: number }, FileRequestRefusal>> {
  return transact<Result<{ readonly no: number }, FileRequestRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, 'request.handle', ref)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      if (request.stage !== 'closed') return NOT_CLOSED
      if (request.filedOn !== null) return CURRENT
      const before = await tx
        .selectFrom('request_filing')
        .select(['no', 'state'])
        .where('request_id', '=', request.id)
        .orderBy('no', 'desc')
        .executeTakeFirst()
      if (before?.state === 'making') return UNDER_WAY
      const open = await openThings(tx, request.id)
      if (open.length > 0) return stillOpen(open)
      const key = { request_id: request.id, no: (before?.no ?? 0) + 1 }
      const jobId = await enqueue(tx, FILE_REQUEST, { requestId: request.id, no: key.no })
      const gathered = await gatherCase(tx, platform, request)
      await tx
        .insertInto('request_filing')
        .values({
          ...{ ...key, tenant_id: platform.tenantId, authority_id: request.authorityId },
          content: sealFiling(platform, key, 'content', gathered),
          ...{ job_id: jobId, asked_by: actor.personId, asked_at: platform.now() },
        })
        .execute()
      record({
        ...{ as, name: 'requestFilingAsked', authorityId: request.authorityId },
        subject: { kind: 'request', id: request.id },
        detail: { no: key.no },
      })
      return ok({ no: key.no })
    },
  )
}

/** What is not over yet: letters that are not out or came back, and shares of the work without an answer. A remedy may run on. */
async function openThings(tx: Transaction<Schema>, requestId: string): Promise<readonly string[]> {
  const letters = await tx
    .selectFrom('request_letter')
    .select(['kind', 'number', 'state'])
    .where('request_id', '=', requestId)
    .where('state', 'in', ['draft', 'inReview', 'approved', 'returned'])
    .orderBy('id')
    .execute()
  const { tasks } = await tx
    .selectFrom('request_task')
    .select(({ fn }) => fn.countAll<number>().as('tasks'))
    .where('request_id', '=', requestId)
    .where('done_on', 'is', null)
    .where('taken_back_at', 'is', null)
    .executeTakeFirstOrThrow()
  return [
    ...letters.map(({ kind, number, state }) => {
      const what = state === 'returned' ? '被退回，还没有重新送达' : '还没有送出'
      return `《${LETTERS[kind].title}》${number ? `（${number}）` : ''}${what}`
    }),
    ...(tasks > 0 ? [`有${tasks}项交办的工作还没有答复`] : []),
  ]
}

function stillOpen(open: readonly string[]) {
  const message = `还不能归档：${open.join('；')}。请先办理，不再需要的文书请作废。`
  return { ok: false, refusal: { code: 'filing.still-open', message, open } } as const
}

const NOT_CLOSED = refuse('filing.not-closed', '这件申请还没有办结，办结后才能归档。')
const UNDER_WAY = refuse('filing.under-way', '正在生成案卷，请稍候，完成后刷新查看。')
const CURRENT = refuse('filing.current', '这件申请已经归档，之后没有变动，不需要再次归档。')
