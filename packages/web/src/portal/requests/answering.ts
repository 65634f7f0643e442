import { FileRefused, type Platform, type Portal } from '@gongkai/app'
import type { Context, Hono } from 'hono'
import type { Edge } from '../../edge/edge.js'
import type { Env } from '../../http/answers.js'
import { answerAway, answerMarkup } from '../answer-page.js'
import { newFreshness } from '../freshness.js'
import { newOverview } from '../overview.js'
import { awayPage, busyPage, failedPage, notFoundPage, setUpNeededPage } from '../pages/notices.js'
import type { Markup } from '../parts/markup.js'

type Page =
  | { readonly status: 200 | 201 | 422; readonly page: Markup }
  | { readonly status: 404; readonly page: null; readonly message: string }

/** Makes a page of what a use case gave, for one person and never kept; a file is an answer that is whole already. */
export type Answer = (
  c: Context<Env>,
  make: (platform: Platform, portal: Portal) => Promise<Page | Response>,
) => Promise<Response>

const HTML = { 'Content-Type': 'text/html; charset=utf-8' } as const

/** How these pages are answered; what fails is told as on the other pages of the portal. */
export function answering(
  pages: Hono<Env>,
  edge: Edge,
  onFault: (fault: unknown, requestId: string) => void,
): Answer {
  pages.onError(async (error, c) => {
    if (error instanceof FileRefused)
      return answerMarkup(c, 422, failedPage('文件没有接收', error.refusal.message))
    const lost = await edge.ground.lost(error)
    if (lost) return answerAway(c, lost.code === 'database.busy' ? busyPage() : awayPage())
    onFault(error, c.get('requestId'))
    const message = `服务内部出错，没有办理。请重试；仍然出错的，请把编号 ${c.get('requestId')} 提供给维护人员。`
    return answerMarkup(c, 500, failedPage('没有得到结果', message))
  })
  const stampOf = newFreshness()
  const overviewOf = newOverview()
  return async (c, make) => {
    const ready = await edge.ground.platform()
    if (!ready.ok) {
      if (ready.refusal.code === 'database.away') return answerAway(c)
      return answerMarkup(c, 503, setUpNeededPage())
    }
    const platform = ready.value
    const given = await make(platform, await overviewOf(platform, await stampOf(platform)))
    if (given instanceof Response) return given
    if (given.page === null) return answerMarkup(c, 404, notFoundPage(given.message))
    return c.body(String(await given.page), given.status, HTML)
  }
}
