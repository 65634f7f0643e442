import {
  ANNUAL_REPORT_XSD,
  authoritySeries,
  compareAuthorities,
  LICENCE,
  listYear,
  type Platform,
  readPortal,
  readPublished,
  writeYear,
  YEAR_FORMATS,
  type YearFormat,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addOpenRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { atOnce } from '../http/protect.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { streamText } from '../http/stream-text.js'
import {
  ComparisonPlace,
  PublicComparison,
  PublicEdition,
  PublicPlace,
  PublicReports,
  PublicSeries,
  PublicYear,
  PublicYearFile,
  PublicYears,
  PublishedReport,
  SeriesPlace,
} from '../schemas/public.js'

/** So many strangers are answered at a time: they do not keep the database from who works. */
const MOST_AT_ONCE = 64

/** `/public`: what everybody may read of the annual reports, without signing in. */
export function addPublic(api: OpenAPIHono<Env>, edge: Edge): void {
  const { ground } = edge
  api.use('/public/*', atOnce(MOST_AT_ONCE))
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/annual-reports',
      summary: '公开：有年度报告的年度，新的在前',
      answer: PublicYears,
    },
    async () => {
      const ready = await ground.platform()
      return ready.ok ? ok(await readPortal(ready.value)) : ready
    },
  )
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/annual-reports/{year}',
      summary: '公开：一个年度应当公布报告的机关和各自的公布情况',
      params: PublicYear,
      answer: PublicReports,
    },
    async ({ params: { year } }) => {
      const ready = await ground.platform()
      return ready.ok ? ok({ reports: await listYear(ready.value, year), licence: LICENCE }) : ready
    },
  )
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/annual-reports/{year}/{authority}',
      summary: '公开：一份年度报告，单元格带状态和来源；没有公布或者已经撤回的，document 为 null',
      params: PublicPlace,
      query: PublicEdition,
      answer: PublishedReport,
    },
    async ({ params, query }) => {
      const ready = await ground.platform()
      if (!ready.ok) return ready
      const read = await readPublished(ready.value, { ...params, ...defined(query) })
      if (!read.ok) return read
      const { report, editions, shown } = read.value
      const { edition = null, document = null } = shown ?? {}
      return ok({ report, editions, edition, document, licence: LICENCE })
    },
  )
  addYearFiles(api, edge)
  addFigures(api, edge)
}

/** A comparison reads every report of a year; so many are made at a time. */
const MOST_COMPARISONS = 2

function addFigures(api: OpenAPIHono<Env>, { ground }: Edge): void {
  api.use('/public/comparisons/*', atOnce(MOST_COMPARISONS))
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/series/{authority}',
      summary: '公开：一个机关的历年数据，格式改变处注明',
      params: SeriesPlace,
      answer: PublicSeries,
    },
    async ({ params: { authority } }) => {
      const ready = await ground.platform()
      return ready.ok ? authoritySeries(ready.value, authority) : ready
    },
  )
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/comparisons/{year}/{measure}',
      summary: '公开：一个年度各机关的一项比例，附算法和最小样本',
      params: ComparisonPlace,
      answer: PublicComparison,
    },
    async ({ params }) => {
      const ready = await ground.platform()
      return ready.ok ? compareAuthorities(ready.value, params) : ready
    },
  )
}

/** So many whole years may be written at a time. */
const MOST_YEARS = 2

function addYearFiles(api: OpenAPIHono<Env>, { ground }: Edge): void {
  const under = { way: 0 }
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/annual-reports/{year}/all/{format}',
      summary: '公开：一个年度已公布的全部报告，一个文件；内容依次写出',
      params: PublicYearFile,
      answer: 'file',
    },
    async ({ params: { year, format } }, c) => {
      const ready = await ground.platform()
      if (!ready.ok) return ready
      if (under.way >= MOST_YEARS) return { ok: false, refusal: REQUEST_REFUSALS.busy() }
      const name = encodeURIComponent(`${year}年度政府信息公开工作年度报告.${format}`)
      return c.body(streamText(counted(ready.value, year, format, under)), 200, {
        'Content-Type': YEAR_FORMATS[format],
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      })
    },
  )
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/public/annual-report.xsd',
      summary: '公开：XML 的结构（XML Schema）',
      answer: 'file',
      isBeforeSetUp: true,
    },
    async (_, c) =>
      c.body(ANNUAL_REPORT_XSD, 200, { 'Content-Type': 'application/xml; charset=utf-8' }),
  )
}

/** Counts from the first piece that is asked for to the last, or until nobody asks any more. */
async function* counted(
  platform: Platform,
  year: number,
  format: YearFormat,
  under: { way: number },
) {
  under.way += 1
  try {
    yield* writeYear(platform, year, format)
  } finally {
    under.way -= 1
  }
}
