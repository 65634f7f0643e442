import { ok } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { MailSettings } from '../../notices/send-mail.js'
import { defineJob, type JobRun, type JobSpec, type QueueJob } from '../../queue/define-job.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { openPerson } from '../applicant.js'

type NewsData = { readonly newsId: string }

/** One mail to an applicant; a server that is away for an afternoon loses none. */
export const SEND_NEWS: JobSpec<NewsData> = {
  name: 'sendNewsToApplicant',
  label: '向申请人发送邮件提醒',
  retries: 12,
  backoffSeconds: 30,
  mostSeconds: 120,
}

/**
 * 邮件提醒: says that there is news on a request and where to look, and nothing of who asks or what for. Where it cannot be sent, the desk sees it and tells the
 * applicant otherwise.
 */
export function newsJob({ mailer, publicUrl }: MailSettings): QueueJob<NewsData> {
  return defineJob({
    ...SEND_NEWS,
    beside: 2,
    async run(platform, { newsId }, run) {
      const { value: mail } = await transact(platform, run.actor, async ({ tx }) =>
        ok(await findMail(tx, platform, newsId)),
      )
      if (mail === null)
        return settle(run, newsId, { way: 'page', state: 'told', at: platform.now() })
      if (mail.to === null) return settle(run, newsId, { state: 'failed', at: null })
      const { to, number } = mail
      try {
        await run.once(`send/${newsId}`, async ({ tx }) => {
          await mailer.send({
            ...{ id: newsId, to, subject: `政府信息公开申请${number}有新进展` },
            text: `您提出的政府信息公开申请${number}有新的进展。请凭申请编号和查询密码查看：\n${publicUrl}/requests/status\n\n需要您补正、缴费或者确认的，期限见查询页面。不愿再收到邮件的，可以在查询页面停止。\n本邮件由系统自动发送，请勿回复。\n`,
          })
          await write(tx, newsId, { state: 'told', at: platform.now() })
        })
      } catch (fault) {
        if (run.isLastTry) await settle(run, newsId, { state: 'failed', at: null })
        throw fault
      }
    },
  })
}

/** The address to write to: of the agent, else of the first applicant who gave one. Null where none of the mail is to go out any more. */
async function findMail(tx: Transaction<Schema>, { key }: Platform, newsId: string) {
  const { rows } = await sql<{
    request_id: string
    number: string
    place: number
    sealed: Buffer
  }>`select request_id, number, place, sealed from news_to_send(${newsId})`.execute(tx)
  const [first] = rows
  if (!first) return null
  const emails = rows.map(
    ({ request_id, place, sealed }) =>
      openPerson(key, { requestId: request_id, no: place }, sealed)?.email,
  )
  return { number: first.number, to: emails.find((email) => email?.includes('@')) ?? null }
}

type Outcome = {
  readonly way?: 'page'
  readonly state: 'told' | 'failed'
  readonly at: Date | null
}

async function settle(run: JobRun, newsId: string, outcome: Outcome): Promise<void> {
  await run.once(`settle/${newsId}`, async ({ tx }) => write(tx, newsId, outcome))
}

async function write(
  tx: Transaction<Schema>,
  newsId: string,
  { way, state, at }: Outcome,
): Promise<void> {
  await tx
    .updateTable('request_news')
    .set({ state, told_at: at, ...(way && { way }) })
    .where('id', '=', newsId)
    .where('state', '=', 'waiting')
    .execute()
}
