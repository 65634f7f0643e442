import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { JobSpec } from '../queue/define-job.js'
import { enqueue } from '../queue/enqueue.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'

export type CheckAll = { readonly collectionId: string }

/** The check of a whole collection. While one waits, no second one is added. */
export const CHECK_ALL: JobSpec<CheckAll> = {
  name: 'checkCollection',
  label: '检查一个年度的全部报告',
  retries: 2,
  backoffSeconds: 10,
  mostSeconds: 1800,
  once: ({ collectionId }) => collectionId,
  page: ({ collectionId }) => `collections/${collectionId}`,
}

/** 检查全部报告: asks for the newest version of every report of a collection to be checked in the background. */
export async function checkAll(
  platform: Platform,
  actor: Actor,
  { collectionId }: CheckAll,
): Promise<Result<{ readonly jobId: string }, RightRefusal | Refusal<'collection.not-found'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOn(tx, actor, 'collection.check', 'collection', collectionId)
    if (!allowed.ok) return allowed
    const jobId = await enqueue(tx, CHECK_ALL, { collectionId })
    record({
      as: allowed.value,
      name: 'collectionCheckAsked',
      subject: { kind: 'collection', id: collectionId },
      authorityId: allowed.value.authorityId,
      detail: { jobId },
    })
    return ok({ jobId })
  })
}
