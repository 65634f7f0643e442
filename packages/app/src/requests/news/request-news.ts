import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import type { News, NewsWay } from './news.js'

export type RequestNews = { readonly chosen: NewsWay; readonly news: readonly News[] }

/** 告知情况: how the applicant of a request wants to be told, and of what he was told, the oldest first. */
export async function listNews(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<RequestNews, RightRefusal | RequestNotFound>> {
  return transact<Result<RequestNews, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const { news_way: chosen } = await tx
        .selectFrom('request')
        .select('news_way')
        .where('id', '=', requestId)
        .executeTakeFirstOrThrow()
      const rows = await tx
        .selectFrom('request_news')
        .selectAll()
        .where('request_id', '=', requestId)
        .orderBy('id')
        .execute()
      const news = rows.map(({ id, what, way, state, happened_on, told_at }) => ({
        ...{ id, what, way, state, happenedOn: happened_on, toldAt: told_at },
      }))
      return ok({ chosen, news })
    },
  )
}

export type MarkToldRefusal = RightRefusal | RequestNotFound | Refusal<'requests.news-told'>

/** 登记已告知: the desk has sent the slip, or told the applicant where the mail did not go out. */
export async function markTold(
  platform: Platform,
  actor: Actor,
  { requestId, newsId }: { readonly requestId: string; readonly newsId: string },
): Promise<Result<null, MarkToldRefusal>> {
  return transact<Result<null, MarkToldRefusal>>(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
    if (!allowed.ok) return allowed
    const told = await tx
      .updateTable('request_news')
      .set({ state: 'told', told_at: platform.now(), told_by: actor.personId })
      .where('request_id', '=', requestId)
      .where('id', '=', newsId)
      .where('state', 'in', ['waiting', 'failed'])
      .where((on) => on.or([on('way', '=', 'slip'), on('state', '=', 'failed')]))
      .returning(['authority_id', 'what', 'way'])
      .executeTakeFirst()
    if (!told) return TOLD
    record({
      as: allowed.value,
      name: 'requestApplicantTold',
      subject: { kind: 'request', id: requestId },
      authorityId: told.authority_id,
      detail: { what: told.what, way: told.way },
    })
    return ok(null)
  })
}

const TOLD = refuse(
  'requests.news-told',
  '这一项已经告知，或者邮件正在发送，不需要登记。请刷新后查看。',
)
