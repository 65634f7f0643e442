import {
  chooseMail,
  listNotices,
  markAllRead,
  markRead,
  readNoticeChoices,
  setQuietHours,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addPersonalRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import {
  NoticeChoiceRequest,
  NoticeChoices,
  NoticePage,
  NoticesQuery,
  ReadAllRequest,
  UnreadCount,
} from '../schemas/notices.js'
import { Id } from '../schemas/parts.js'

/** `/notices`: what one is told, and how. */
export function addNotices(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/notices',
      summary: '本人的通知，新的在前',
      query: NoticesQuery,
      answer: NoticePage,
    },
    async ({ platform, actor }, { query: { after: before, ...query } }) =>
      sent(await listNotices(platform, actor, defined({ ...query, before }))),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/notices/{id}/read',
      summary: '标为已读',
      params: z.object({ id: Id }),
      answer: UnreadCount,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const unread = await markRead(platform, actor, { noticeIds: [id] })
      return unread.ok ? ok({ unread: unread.value }) : unread
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/notices/read-all',
      summary: '把页面上最新一条及更早的都标为已读',
      body: ReadAllRequest,
      answer: UnreadCount,
    },
    async ({ platform, actor }, { body }) => {
      const unread = await markAllRead(platform, actor, body)
      return unread.ok ? ok({ unread: unread.value }) : unread
    },
  )
  addChoices(api, edge)
}

function addChoices(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/notices/choices',
      summary: '本人的通知设置',
      answer: NoticeChoices,
    },
    ({ platform, actor }) => readNoticeChoices(platform, actor),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/notices/choices',
      summary: '选择一类通知是否发送邮件，或者设定免打扰时段',
      body: NoticeChoiceRequest,
      answer: NoticeChoices,
    },
    async ({ platform, actor }, { body }) => {
      const chosen =
        'quiet' in body
          ? await setQuietHours(platform, actor, body.quiet)
          : await chooseMail(platform, actor, body)
      return chosen.ok ? readNoticeChoices(platform, actor) : chosen
    },
  )
}
