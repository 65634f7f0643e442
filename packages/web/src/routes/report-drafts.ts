import {
  checkDraft,
  type Pool,
  restoreVersion,
  saveDraft,
  startReport,
  takeReport,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { Id } from '../schemas/parts.js'
import { DraftRequest, RestoreRequest, StartRequest } from '../schemas/report-commands.js'
import { DraftSaved, ReportCheck, ReportFile } from '../schemas/report-file.js'
import { addStartFromFile } from './start-from-file.js'

const params = z.object({ id: Id })

/** `/reports/{id}/…`: what its drafters do. Checks run in the converters of the pool. */
export function addReportDrafts(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/start',
      summary: '开始编制：用空白表格、上年的报告、汇总数或者台账',
      params,
      body: StartRequest,
      isVersioned: true,
      answer: ReportFile,
    },
    async ({ platform, actor }, { params: { id }, version, body }) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      const kind = body.from === 'last-year' ? 'lastYear' : body.from
      const command = { reportId: id, version, from: { kind } } as const
      return startReport(platform, actor, command, opened.value.files, pool.addUp)
    },
  )
  addStartFromFile(api, edge, pool)
  addSaving(api, edge, pool)
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/restore',
      summary: '恢复以前的版本',
      params,
      body: RestoreRequest,
      isVersioned: true,
      answer: ReportFile,
    },
    ({ platform, actor }, { params: { id }, version, body: { no } }) =>
      restoreVersion(platform, actor, { reportId: id, version, no }),
  )
}

function addSaving(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/draft',
      summary: '保存正在编制的内容，并作检查',
      description: '保存成功而检查没有完成的，check 为空，可以另行检查。',
      params,
      body: DraftRequest,
      isVersioned: true,
      answer: DraftSaved,
    },
    async ({ platform, actor }, { params: { id }, version, body }) => {
      const document = takeReport(body.document, 'document')
      if (!document.ok) {
        const { field, message } = document.refusal
        return { ok: false, refusal: REQUEST_REFUSALS.malformed([{ field, message }]) }
      }
      const command = { reportId: id, version, document: document.value }
      const saved = await saveDraft(platform, actor, command)
      if (!saved.ok) return saved
      const check = sent(await checkDraft(platform, actor, id, pool.checkSaved))
      const { version: after, unbound } = saved.value
      return ok({ version: after, check: check.ok ? check.value : null, unbound })
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/check',
      summary: '检查正在编制的内容',
      params,
      answer: ReportCheck,
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await checkDraft(platform, actor, id, pool.checkSaved)),
  )
}
