import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Platform, today } from '../../context.js'
import { mailTime, QUIET_HOURS } from '../../notices/quiet-hours.js'
import { enqueue } from '../../queue/enqueue.js'
import type { Schema } from '../../storage/schema.js'
import type { Applicants } from '../applicant.js'
import type { SupplyWay } from '../wanted.js'
import type { NewsWay, NewsWhat } from './news.js'
import { SEND_NEWS } from './send-news.js'

type Told = {
  readonly request: { readonly id: string; readonly authorityId: string }
  readonly what: NewsWhat
  readonly on: LocalDate
  /** Whether the letter that the news is about goes to the applicant itself. */
  readonly byLetter: boolean
  /** Whatever the applicant chose: what is handed over on paper alone. */
  readonly way?: 'slip'
}

/**
 * Tells the applicant that there is news, in the transaction in which it happens, by the way that he chose: a mail that says no more than the number, a slip that the desk prints,
 * or nothing beside the page on which he looks.
 */
export async function tellApplicant(
  tx: Transaction<Schema>,
  platform: Platform,
  { request, what, on, byLetter, way: only }: Told,
): Promise<void> {
  const { news_way } = await tx
    .selectFrom('request')
    .select('news_way')
    .where('id', '=', request.id)
    .executeTakeFirstOrThrow()
  const way = byLetter ? 'letter' : (only ?? news_way)
  const isTold = way === 'letter' || way === 'page'
  const id = randomUUIDv7()
  const at = platform.now()
  await tx
    .insertInto('request_news')
    .values({
      ...{ tenant_id: platform.tenantId, id, request_id: request.id },
      ...{ authority_id: request.authorityId, what, way, happened_on: on, made_at: at },
      ...(isTold ? { state: 'told', told_at: at } : { state: 'waiting', told_at: null }),
    })
    .execute()
  if (way === 'mail')
    await enqueue(tx, SEND_NEWS, { newsId: id }, { notBefore: mailTime(at, QUIET_HOURS) })
}

/** Takes back what turned out wrong before the applicant was told of it; what he was told he is told to be wrong. */
export async function untellApplicant(
  tx: Transaction<Schema>,
  platform: Platform,
  { request, what, on }: Omit<Told, 'byLetter'>,
): Promise<void> {
  const news = await tx
    .updateTable('request_news')
    .set({ state: 'cancelled' })
    .where('request_id', '=', request.id)
    .where('what', '=', what)
    .where('happened_on', '=', on)
    .where('state', 'in', ['waiting', 'failed'])
    .returning('id')
    .execute()
  if (news.length > 0) return
  const told = { request, what: 'corrected', on: today(platform), byLetter: false } as const
  await tellApplicant(tx, platform, told)
}

/** Has told on paper what was to go out by mail and has not yet: the applicant is no longer mailed. */
export async function slipsForMails(
  tx: Transaction<Schema>,
  platform: Platform,
  request: Told['request'],
): Promise<void> {
  const waiting = await tx
    .updateTable('request_news')
    .set({ state: 'cancelled' })
    .where('request_id', '=', request.id)
    .where('way', '=', 'mail')
    .where('state', '=', 'waiting')
    .returning(['what', 'happened_on'])
    .execute()
  for (const { what, happened_on } of waiting)
    await tellApplicant(tx, platform, {
      request,
      what,
      on: happened_on,
      byLetter: false,
      way: 'slip',
    })
}

type Choice = {
  readonly news?: NewsWay | undefined
  readonly applicants: Applicants
  readonly wanted: { readonly way: SupplyWay }
}

/** How the applicant is told: as he chose; else by a mail where he gave an address, else as the information is to come to him. */
export function newsWayOf({ news, applicants, wanted }: Choice): NewsWay {
  if (news) return news
  if (hasEmail(applicants)) return 'mail'
  return wanted.way === 'post' || wanted.way === 'fax' ? 'slip' : 'page'
}

/** Why nobody can be told so; null where it can be done. */
export function refuseNews({ news, applicants }: Pick<Choice, 'news' | 'applicants'>) {
  return news === 'mail' && !hasEmail(applicants) ? NO_EMAIL : null
}

function hasEmail({ people }: Applicants): boolean {
  return people.some(({ email }) => email?.includes('@'))
}

const NO_EMAIL = refuse(
  'applicant.email-missing',
  '选择电子邮件提醒的，请填写电子邮箱；没有的，请改选其他告知方式。',
)
