import { NOTICE_KINDS, type NoticeKind } from '@gongkai/app'
import { z } from '@hono/zod-openapi'
import { Id, Instant, PageSize } from './parts.js'

const KindId = z
  .enum(Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]])
  .openapi('NoticeKind')

export const NoticesQuery = z.object({
  unread: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  after: Id.optional().openapi({ description: '上一页的 next' }),
  limit: PageSize,
})

export const Notice = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    path: z.string().openapi({ description: '办理的页面' }),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .openapi('Notice')

/** One's own notices, newest first. */
export const NoticePage = z
  .object({
    notices: z.array(Notice).readonly(),
    next: z.string().nullable(),
    unread: z.number().openapi({ description: '未读数，至多 1000' }),
  })
  .openapi('NoticePage')

export const ReadAllRequest = z
  .strictObject({ upTo: Id.openapi({ description: '页面上最新的一条' }) })
  .openapi('ReadAllRequest')

export const UnreadCount = z.object({ unread: z.number() }).openapi('UnreadCount')

const Quiet = z.strictObject({ since: z.string().max(5), until: z.string().max(5) })

export const NoticeChoices = z
  .object({
    kinds: z
      .array(
        z.object({
          kind: KindId,
          label: z.string(),
          mail: z.boolean(),
          mayChoose: z.boolean(),
        }),
      )
      .readonly(),
    quiet: Quiet.readonly().openapi({ description: '免打扰时段，如 21:00 至 07:00' }),
  })
  .openapi('NoticeChoices')

/** One choice at a time: a kind by mail or not, or the quiet hours. */
export const NoticeChoiceRequest = z
  .union([z.strictObject({ kind: KindId, mail: z.boolean() }), z.strictObject({ quiet: Quiet })])
  .openapi('NoticeChoiceRequest')

export type Notice = z.infer<typeof Notice>
export type NoticePage = z.infer<typeof NoticePage>
export type ReadAllRequest = z.input<typeof ReadAllRequest>
export type UnreadCount = z.infer<typeof UnreadCount>
export type NoticeChoices = z.infer<typeof NoticeChoices>
export type NoticeChoiceRequest = z.input<typeof NoticeChoiceRequest>
