import type { Pool } from '@gongkai/app'
import { dayInChina } from '@gongkai/law'
import type { Hono } from 'hono'
import type { Edge } from '../../edge/edge.js'
import { answerFile, type Env } from '../../http/answers.js'
import { inTurn } from '../in-turn.js'
import { failedPage } from '../pages/notices.js'
import type { Answer } from './answering.js'
import { whereFrom } from './asked.js'
import type { RequestDesk } from './desk.js'
import { toAddressee } from './to-addressee.js'

/** Each takes a second of a converter, which others wait for too. */
const MAKING = { most: 1, waiting: 30, waitMs: 20_000 }
const PER_ADDRESS = { most: 120, minutes: 15 }

/** `/requests/new/{authority}/form/{pdf|docx}`: 申请表, blank, to print and to bring or send (第二十九条). */
export function addBlankForm(
  pages: Hono<Env>,
  answer: Answer,
  edge: Edge,
  pool: Pool,
  desk: RequestDesk,
): void {
  const making = inTurn(MAKING)
  pages.get('/requests/new/:authority/form/:to{pdf|docx}', (c) =>
    answer(c, (platform, _portal) =>
      toAddressee(desk, { platform, one: c.req.param('authority') }, async ({ authority }) => {
        const to = c.req.param('to') === 'docx' ? 'docx' : 'pdf'
        const often = edge.limiter.take(`blank form from ${whereFrom(c, edge)}`, PER_ADDRESS)
        const on = dayInChina(platform.now().getTime())
        const run = () => pool.run({ kind: 'requestForm', authority, to, on })
        const made = often === null ? await making(run) : null
        if (!made?.ok) return { status: 422, page: BUSY }
        const { bytes, mediaType, name } = made.value
        return answerFile(c, bytes, mediaType, name ?? '')
      }),
    ),
  )
}

const BUSY = failedPage('申请表没有生成', '现在下载的人较多，请稍候几秒后重试。')
