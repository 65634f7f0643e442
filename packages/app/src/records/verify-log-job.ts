import { ok } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { defineJob, type QueueJob } from '../queue/define-job.js'
import { transact } from '../storage/transact.js'
import { readLog } from './read-log.js'
import { type Verdict, verifyLog } from './verify-log.js'

/** 核对记录链条: every night the log is followed from its first event; what came of it is told beside the job. A broken chain fails the job. */
export const VERIFY_LOG: QueueJob<object> = defineJob({
  name: 'verifyLog',
  label: '核对记录链条',
  retries: 0,
  backoffSeconds: 600,
  mostSeconds: 3600,
  cron: '40 3 * * *',
  async run(platform, _, run) {
    const verdict = await verify(platform, run.actor)
    const { events, broken } = verdict
    await run.progress(events, events, verdictText(verdict))
    if (broken) throw new Error(`the log is broken at ${broken.seq}: ${broken.kind}`)
  },
})

/** The verdict in a line. */
function verdictText({ events, erased, broken }: Verdict): string {
  if (broken) {
    return `第${broken.seq}条与前后不符，链条在此断开。请导出记录，用 gongkai audit verify 核对，并与备份对照`
  }
  return `核对${events}条，链条完整${erased.length > 0 ? `，其中${erased.length}条的个人信息已依规清除` : ''}`
}

/** With the personal data opened, so that their digests are proved too; what was cut off at the end is missing against the head of the chain. */
async function verify(platform: Platform, actor: Actor): Promise<Verdict> {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const head = await tx.selectFrom('chain_head').select('seq').executeTakeFirstOrThrow()
    const verdict = await verifyLog(readLog(tx, platform.key))
    if (verdict.broken || verdict.events >= head.seq) return ok(verdict)
    return ok({ ...verdict, broken: { seq: verdict.events + 1, kind: 'event-missing' as const } })
  })
  return value
}
