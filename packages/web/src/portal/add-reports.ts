import {
  type Pool,
  type PublishedView,
  type ReadPublished,
  type ReportFormat,
  readPublished,
} from '@gongkai/app'
import type { Context, Hono } from 'hono'
import type { Edge } from '../edge/edge.js'
import { answerFile, type Env } from '../http/answers.js'
import { atOnce } from '../http/protect.js'
import type { AnswerPage } from './add-portal.js'
import { answerAway, answerMarkup } from './answer-page.js'
import { failedPage, notFoundPage } from './pages/notices.js'
import { addressOf, FILES, reportPage } from './pages/report.js'
import { elsewhere, kept, missing } from './rendered.js'
import { newReportFiles } from './report-files.js'

const REPORT = '/annual-reports/:year{[0-9]{4}}/:authority'
const EDITION = `${REPORT}/editions/:edition{[0-9]{1,3}}`
const FILE = ':file{report\\.[a-z]{3,4}}'

/** So many files are looked up at a time; of those that must be made first, fewer are waited for. */
const MOST_FILES = 32

/** A report, its editions, and the files beside them. */
export function addReports(portal: Hono<Env>, answer: AnswerPage, edge: Edge, pool: Pool): void {
  const files = newReportFiles(pool)
  const few = atOnce(MOST_FILES)
  for (const path of [REPORT, EDITION]) {
    portal.get(path, (c) => {
      const asked = askedOf(c)
      const key = `report ${asked.year} ${asked.edition ?? ''} ${asked.authority}`
      return answer(c, key, async (platform, all) => {
        const read = await readPublished(platform, asked)
        if (!read.ok) return missing(read.refusal.message)
        const { report } = read.value
        if (report.address !== asked.authority) return elsewhere(addressOf(report, asked.edition))
        return kept(reportPage(all, read.value), report.standing === 'withdrawn' ? 410 : 200)
      })
    })
    portal.get(`${path}/${FILE}`, few, async (c) => {
      const ready = await edge.ground.platform()
      if (!ready.ok) return answerAway(c)
      const format = c.req.param('file')?.slice('report.'.length) ?? ''
      if (!isFormat(format)) return answerMarkup(c, 404, notFoundPage('没有这种格式的文件。'))
      const read = await readPublished(ready.value, askedOf(c))
      if (!read.ok) return answerMarkup(c, 404, notFoundPage(read.refusal.message))
      const { report, shown } = read.value
      if (!shown) return notThere(c, report)
      const made = await files.file(shown.document, format)
      if (!made.ok) {
        const status = made.refusal.code === 'server.busy' ? 503 : 422
        return answerMarkup(c, status, failedPage('没有生成文件', made.refusal.message))
      }
      const { bytes, mediaType, name, notes } = made.value
      c.header('Cache-Control', 'public, no-cache')
      return answerFile(c, bytes, mediaType, name ?? `report.${format}`, notes)
    })
  }
}

/** What was withdrawn is gone; what was not published never was. */
function notThere(c: Context<Env>, { standing }: PublishedView['report']): Promise<Response> {
  if (standing !== 'withdrawn') return answerMarkup(c, 404, notFoundPage('这份报告还没有公布。'))
  return answerMarkup(c, 410, failedPage('报告已经撤回', '这份报告已经撤回，文件不再提供。'))
}

function askedOf(c: Context<Env>): ReadPublished {
  const { year, authority = '', edition } = c.req.param()
  return {
    year: Number(year),
    authority: authority.replaceAll('\0', ''),
    ...(edition !== undefined && { edition: Number(edition) }),
  }
}

function isFormat(text: string): text is ReportFormat & keyof typeof FILES {
  return Object.hasOwn(FILES, text)
}
