import type { Rendered } from './page-cache.js'
import { failedPage, notFoundPage } from './pages/notices.js'
import type { Markup } from './parts/markup.js'

/** A page that is kept. */
export async function kept(markup: Markup, status: 200 | 410 = 200): Promise<Rendered> {
  return { status, html: String(await markup), location: null, isKept: true }
}

/** A page that shows what a stranger typed. */
export async function once(markup: Markup): Promise<Rendered> {
  return { ...(await kept(markup)), isKept: false }
}

/** There is no such thing; `message` says what to do. */
export async function missing(message: string): Promise<Rendered> {
  return { ...(await once(notFoundPage(message))), status: 404 }
}

/** It cannot be made beside all that is being made. */
export async function crowded(): Promise<Rendered> {
  const page = failedPage('访问的人较多', '这一页暂时没有生成。请稍候几秒后重新打开。')
  return { ...(await once(page)), status: 503 }
}

/** It stands elsewhere now. */
export function elsewhere(location: string): Rendered {
  return { status: 302, html: '', location, isKept: false }
}
