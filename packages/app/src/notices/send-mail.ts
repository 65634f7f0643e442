import { ok } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../context.js'
import { defineJob, type JobRun, type QueueJob } from '../queue/define-job.js'
import { enqueue } from '../queue/enqueue.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { NOTICE_KINDS, type NoticeKind } from './kinds.js'
import { type MailData, SEND_MAIL } from './mail-spec.js'
import type { Mailer } from './mailer.js'
import { mailTime, QUIET_HOURS } from './quiet-hours.js'

export type MailSettings = {
  readonly mailer: Mailer
  /** What the links begin with. */
  readonly publicUrl: string
}

/**
 * The job behind every mail. What was read in the system meanwhile, is not wanted, or has no address is not sent. The mail is claimed, sent, and kept as
 * sent in one transaction: only where the process dies between the answer of the mail server and the commit does it go out again, under the same
 * Message-ID.
 */
export function mailJob(settings: MailSettings): QueueJob<MailData> {
  return defineJob({
    ...SEND_MAIL,
    beside: 2,
    async run(platform, data, run) {
      const ready = await transact(platform, run.actor, async ({ tx }) =>
        ok(await findMail(tx, data.noticeId)),
      )
      const mail = ready.value
      if (mail === null) return
      const at = data.waited ? platform.now() : mailTime(platform.now(), mail.quiet)
      if (at > platform.now()) await waitUntil(run, data, at)
      else await send(platform, run, settings, mail)
    },
  })
}

type Ready = NonNullable<Awaited<ReturnType<typeof findMail>>>

/** The mail of a notice; null where none is to go out any more. */
async function findMail(tx: Transaction<Schema>, noticeId: string) {
  const row = await tx
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .leftJoin('notice_choice as choice', (join) =>
      join.onRef('choice.person_id', '=', 'person.id').onRef('choice.kind', '=', 'notice.kind'),
    )
    .leftJoin('quiet_hours as quiet', 'quiet.person_id', 'person.id')
    .select([
      'notice.id',
      'notice.kind',
      'title',
      'notice.mail',
      'path',
      'email',
      'choice.mail as wanted',
    ])
    .select(['quiet.since', 'quiet.until'])
    .where('notice.id', '=', noticeId)
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .where('person.state', '=', 'active')
    .executeTakeFirst()
  if (!row?.email || row.mail === null) return null
  if (!(row.wanted ?? isMailed(row.kind))) return null
  const { id, title, mail, path, email, since, until } = row
  const quiet = since === null || until === null ? QUIET_HOURS : { since, until }
  return { id, title, mail, path, email, quiet }
}

/** Whether a kind is mailed where the person has not chosen. */
export function isMailed(kind: string): boolean {
  return NOTICE_KINDS[kind as NoticeKind]?.mail === 'on'
}

async function waitUntil(run: JobRun, { noticeId }: MailData, notBefore: Date): Promise<void> {
  await run.once(`wait/${noticeId}`, async ({ tx }) => {
    await enqueue(tx, SEND_MAIL, { noticeId, waited: true }, { notBefore })
  })
}

async function send(
  platform: Platform,
  run: JobRun,
  { mailer, publicUrl }: MailSettings,
  { id, email, title, mail, path }: Ready,
): Promise<void> {
  await run.once(`send/${id}`, async ({ tx }) => {
    const text = `${mail}\n\n办理：${publicUrl}${path}\n\n本邮件由系统自动发送，请勿回复。是否接收邮件，可以登录系统后在“通知设置”中选择。\n`
    await mailer.send({ id, to: email, subject: title, text })
    await tx.updateTable('notice').set({ mailed_at: platform.now() }).where('id', '=', id).execute()
  })
}
