import {
  compareVersions,
  listReports,
  listVersions,
  type Pool,
  REPORT_FORMATS,
  type ReportFormat,
  readCourse,
  readReport,
} from '@gongkai/app'
import { ok, refuse } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { fromReportCursor, toReportCursor } from '../edge/report-cursor.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  CompareQuery,
  DownloadQuery,
  ReportsQuery,
  VersionParams,
} from '../schemas/report-commands.js'
import {
  CourseEntry,
  ReportPage,
  ReportView,
  VersionComparison,
  VersionHead,
} from '../schemas/report-file.js'
import { answerResult } from './run-job.js'

const params = z.object({ id: Id })

/** `/reports`: the reports that may be seen, each with its versions, as a page and as a file. */
export function addReports(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports',
      summary: '可以查看的年度报告',
      query: ReportsQuery,
      answer: ReportPage,
    },
    async ({ platform, actor }, { query: { after, ...query } }) => {
      const cursor = fromReportCursor(after, query.sort)
      if (!cursor.ok) return cursor
      const asked = { ...defined(query), sort: query.sort, limit: query.limit }
      const page = await listReports(platform, actor, { ...asked, after: cursor.value })
      if (!page.ok) return page
      return ok({ ...page.value, next: toReportCursor(page.value.next) })
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}',
      summary: '一份年度报告：最新可看的版本、检查、意见和可以办理的步骤',
      params,
      answer: ReportView,
      versionOf: ({ report }) => report.version,
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await readReport(platform, actor, { reportId: id })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/course',
      summary: '一份报告的办理经过：每次报送、退回、接收、公布、更正、撤回，先后为序',
      params,
      answer: z.array(CourseEntry).readonly(),
    },
    async ({ platform, actor }, { params: { id } }) => sent(await readCourse(platform, actor, id)),
  )
  addVersions(api, edge)
  addDownload(api, edge, pool)
}

function addVersions(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/versions',
      summary: '一份报告的各个版本，新的在前',
      params,
      answer: z.array(VersionHead).readonly(),
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await listVersions(platform, actor, id)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/versions/{no}',
      summary: '报告的一个版本，连同当时的检查',
      params: VersionParams,
      answer: ReportView,
      versionOf: ({ report }) => report.version,
    },
    async ({ platform, actor }, { params: { id, no } }) =>
      sent(await readReport(platform, actor, { reportId: id, no })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/compare',
      summary: '比较报告的两个版本',
      params,
      query: CompareQuery,
      answer: VersionComparison,
    },
    ({ platform, actor }, { params: { id }, query }) =>
      compareVersions(platform, actor, { reportId: id, ...query }),
  )
}

function addDownload(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/download/{format}',
      summary: '报告的文件；不说明版本的，为最新可看的版本',
      params: z.object({
        id: Id,
        format: z.enum(Object.keys(REPORT_FORMATS) as [ReportFormat, ...ReportFormat[]]),
      }),
      query: DownloadQuery,
      answer: 'file',
      also: [413, 422],
    },
    async ({ platform, actor }, { params: { id, format }, query }, c) => {
      const view = await readReport(platform, actor, { reportId: id, ...defined(query) })
      if (!view.ok) return view
      const { version } = view.value
      if (version === null) return NOTHING_YET
      const { buffer } = new TextEncoder().encode(JSON.stringify(version.document))
      return answerResult(c, await pool.run({ kind: 'write', body: buffer, to: format }))
    },
  )
}

const NOTHING_YET = refuse(
  'report.no-version',
  '这份报告还没有可以下载的版本：尚未开始编制，或者尚未报送。报送后可以下载。',
)
