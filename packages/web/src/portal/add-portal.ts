import {
  authoritySeries,
  compareAuthorities,
  listYear,
  MEASURES,
  type Platform,
  type Pool,
  type Portal,
  STANDINGS,
  type Standing,
  searchAuthorities,
} from '@gongkai/app'
import { type Context, Hono } from 'hono'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { addReports } from './add-reports.js'
import { answerAway, answerKept, answerMarkup } from './answer-page.js'
import { STYLE } from './data/style.js'
import { newFreshness } from './freshness.js'
import { inTurn } from './in-turn.js'
import { newOverview } from './overview.js'
import { newPageCache, type Rendered } from './page-cache.js'
import { comparePage, nothingToComparePage } from './pages/compare.js'
import { figuresPage } from './pages/figures.js'
import { homePage } from './pages/home.js'
import { awayPage, busyPage, failedPage, notFoundPage, setUpNeededPage } from './pages/notices.js'
import { openDataPage } from './pages/open-data.js'
import { searchPage } from './pages/search.js'
import { yearPage } from './pages/year.js'
import { yearsPage } from './pages/years.js'
import { segment } from './parts/markup.js'
import { STYLE_PATH } from './parts/style.js'
import { crowded, elsewhere, kept, missing, once } from './rendered.js'

export type PortalDeps = {
  readonly pool: Pool
  readonly edge: Edge
  readonly onFault: (fault: unknown, requestId: string) => void
}

/** Bytes of rendered pages that are kept; a county's year takes a tenth of it. */
const CACHE_BYTES = 32_000_000

/**
 * So many pages are made at a time: strangers who ask for ever others do not keep the database, with its ten connections, from who works. The others
 * wait for their turn, so many and so long, milliseconds.
 */
const MAKING = { most: 6, waiting: 128, waitMs: 10_000 }

/** What a page is made of, by whoever asks for it. */
type Render = (platform: Platform, portal: Portal) => Promise<Rendered>

/** Answers a page. */
export type AnswerPage = (c: Context<Env>, key: string, render: Render) => Promise<Response>

/** The pages that everybody reads, made on the server and kept until anything of them changes. */
export function newPortal(
  { pool, edge, onFault }: PortalDeps,
  cacheBytes: number = CACHE_BYTES,
): Hono<Env> {
  const portal = new Hono<Env>()
  const stampOf = newFreshness()
  const cache = newPageCache(cacheBytes)
  const overviewOf = newOverview()
  const making = inTurn(MAKING)
  portal.onError(async (error, c) => {
    const lost = await edge.ground.lost(error)
    if (lost) return answerAway(c, lost.code === 'database.busy' ? busyPage() : awayPage())
    onFault(error, c.get('requestId'))
    return answerMarkup(c, 500, failedPage('没有得到结果', FAULT(c.get('requestId'))))
  })
  const answer: AnswerPage = async (c, key, render) => {
    const ready = await edge.ground.platform()
    if (!ready.ok) {
      if (ready.refusal.code === 'database.away') return answerAway(c)
      return answerMarkup(c, 503, setUpNeededPage())
    }
    const platform = ready.value
    const stamp = await stampOf(platform)
    const page = await cache.page(stamp, key, async () => {
      const make = async () => render(platform, await overviewOf(platform, stamp))
      return (await making(make)) ?? crowded()
    })
    return answerKept(c, page)
  }
  portal.get(STYLE_PATH, (c) =>
    c.body(STYLE, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  )
  addOverviews(portal, answer)
  addFigures(portal, answer)
  addReports(portal, answer, edge, pool)
  return portal
}

const FAULT = (id: string) => `服务内部出错。请重试；仍然出错的，请把编号 ${id} 提供给维护人员。`

/** The answer to an address that there is none of, as a page; one with a stroke too many at its end is sent on. */
export function answerNotFound(c: Context<Env>): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  // Of strokes at the beginning only one is left: two of them would lead to another host.
  if (pathname.endsWith('/'))
    return c.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 301)
  return answerMarkup(c, 404, notFoundPage('没有这个地址。请从首页或者年度报告进入。'))
}

function addOverviews(portal: Hono<Env>, answer: AnswerPage): void {
  portal.get('/', (c) => answer(c, '/', async (_, all) => kept(homePage(all))))
  portal.get('/annual-reports', (c) =>
    answer(c, '/annual-reports', async (_, all) => kept(yearsPage(all))),
  )
  portal.get('/open-data', (c) =>
    answer(c, '/open-data', async (_, all) => kept(openDataPage(all))),
  )
  portal.get('/search', (c) => {
    const words = wordsOf(c.req.query('q'))
    return answer(c, `/search ${words}`, async (platform, all) =>
      once(searchPage(all, words, words === '' ? [] : await searchAuthorities(platform, words))),
    )
  })
  portal.get('/annual-reports/:year{[0-9]{4}}', (c) => {
    const year = Number(c.req.param('year'))
    const filter = {
      standing: standingOf(c.req.query('standing')),
      words: wordsOf(c.req.query('q')),
    }
    const key = `year ${year} ${filter.standing ?? ''} ${filter.words}`
    return answer(c, key, async (platform, all) => {
      const rows = await listYear(platform, year)
      if (rows.length === 0)
        return missing('这一年度没有布置年度报告。请从“年度报告”重新选择年度。')
      const page = yearPage(all, year, rows, filter)
      return filter.words === '' ? kept(page) : once(page)
    })
  })
}

function addFigures(portal: Hono<Env>, answer: AnswerPage): void {
  portal.get('/annual-reports/figures', (c) => {
    const authority = wordsOf(c.req.query('authority'))
    return answer(c, `figures ${authority}`, async (platform, all) => {
      const figures = await authoritySeries(platform, authority)
      if (!figures.ok) return missing(figures.refusal.message)
      const { address } = figures.value
      if (address !== authority)
        return elsewhere(`/annual-reports/figures?authority=${segment(address)}`)
      return kept(figuresPage(all, figures.value))
    })
  })
  portal.get('/annual-reports/compare', (c) => {
    const { year = '', measure = MEASURES[0]?.measure ?? '' } = c.req.query()
    return answer(c, `compare ${year} ${measure}`, async (platform, all) => {
      const newest = all.years.find(({ published }) => published > 0)?.year
      if (year === '' && newest === undefined) return kept(nothingToComparePage(all))
      // Written in one way: each way is another page to be made, of every report of the year.
      const asked = year === '' ? newest : /^\d{4}$/.test(year) ? Number(year) : null
      if (!all.years.some((one) => one.year === asked))
        return missing('没有这一年度。请从“横向比较”重新选择年度。')
      const compared = await compareAuthorities(platform, { year: Number(asked), measure })
      return compared.ok
        ? kept(comparePage(all, compared.value))
        : missing(compared.refusal.message)
    })
  })
}

/** What was typed: a NUL has no place in a database, and no name is longer. */
function wordsOf(text: string | undefined): string {
  return (text ?? '').replaceAll('\0', '').trim().slice(0, 100)
}

function standingOf(text: string | undefined): Standing | null {
  return text !== undefined && Object.hasOwn(STANDINGS, text) ? (text as Standing) : null
}
