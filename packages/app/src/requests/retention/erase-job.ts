import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../../context.js'
import { defineJob, type JobRun, type QueueJob } from '../../queue/define-job.js'
import { erasureDetail } from '../../records/erase-personal.js'
import type { FileStore } from '../../storage/file-store.js'
import { transact } from '../../storage/transact.js'
import { ERASE_REQUESTS, type EraseRequests } from './erase-spec.js'

/** So many requests in one transaction, so many files at a time. */
const AT_ONCE = 50

/**
 * Erases what an approved decision names: names, sealed data, letters and notes in the database, then the files. Each request has an event that says under which rule. Whatever
 * it is killed at, it goes on there: what is erased is not due any more, and a file is looked for until its bytes are gone.
 */
export function eraseJob(files: Pick<FileStore, 'remove'>): QueueJob<EraseRequests> {
  return defineJob({
    ...ERASE_REQUESTS,
    async run(platform, { erasureId }, run) {
      let done = 0
      for (;;) {
        const erased = await eraseSome(platform, run, erasureId)
        done += erased
        run.signal.throwIfAborted()
        await run.progress(done, null, `已清除${done}件`)
        if (erased < AT_ONCE) break
      }
      while ((await removeFiles(platform, run, files)) === AT_ONCE) run.signal.throwIfAborted()
      await finish(platform, run, erasureId)
    },
  })
}

type Erased = {
  readonly requestId: string
  readonly authorityId: string
  readonly events: string[]
}

async function eraseSome(platform: Platform, { actor }: JobRun, erasureId: string) {
  const { value } = await transact(platform, actor, async ({ tx, record }) => {
    const at = platform.now()
    const { under } = await tx
      .selectFrom('erasure')
      .select('under')
      .where('id', '=', erasureId)
      .executeTakeFirstOrThrow()
    const { rows } = await sql<Erased>`
      select request_id as "requestId", authority_id as "authorityId", events
      from erase_requests(${erasureId}, ${AT_ONCE}, ${at})`.execute(tx)
    for (const { requestId, authorityId, events } of rows) {
      record({
        ...{ as: null, name: 'personalDataErased', authorityId },
        subject: { kind: 'request', id: requestId },
        detail: { ...erasureDetail(under, at, events), erasureId },
      })
    }
    return ok(rows.length)
  })
  return value
}

async function removeFiles(
  platform: Platform,
  { actor }: JobRun,
  files: Pick<FileStore, 'remove'>,
): Promise<number> {
  const { value: found } = await transact(platform, actor, async ({ tx }) => {
    const { rows } = await sql<{ id: string; digest: string }>`
      select id, digest from files_to_remove(${AT_ONCE})`.execute(tx)
    return ok(rows)
  })
  for (const { digest } of found) await files.remove(digest)
  await transact(platform, actor, async ({ tx }) => {
    const ids = found.map(({ id }) => id)
    await sql`select files_removed(${ids}::uuid[], ${platform.now()})`.execute(tx)
    return ok(null)
  })
  return found.length
}

async function finish(platform: Platform, { actor }: JobRun, erasureId: string): Promise<void> {
  await transact(platform, actor, async ({ tx, record }) => {
    const row = await tx
      .updateTable('erasure')
      .set({ done_at: platform.now() })
      .where('id', '=', erasureId)
      .where('done_at', 'is', null)
      .returning(['authority_id', 'under', 'due'])
      .executeTakeFirst()
    if (!row) return ok(null)
    const { n } = await tx
      .selectFrom('request')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('erasure_id', '=', erasureId)
      .executeTakeFirstOrThrow()
    record({
      ...{ as: null, name: 'erasureDone', authorityId: row.authority_id },
      subject: { kind: 'erasure', id: erasureId },
      detail: { under: row.under, due: row.due, erased: n },
    })
    return ok(null)
  })
}
