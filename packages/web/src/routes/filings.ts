import { fileRequest, listFilings, readFiling } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import { answerFile, type Env } from '../http/answers.js'
import { FileQuery, FilingAsked, FilingParams, Filings } from '../schemas/materials.js'
import { Id } from '../schemas/parts.js'

const params = z.object({ id: Id })

/** `/requests/{id}/filings`: the case of a request that is over, as one document and as its originals. */
export function addFilings(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/filings',
      summary: '一件申请的案卷，新的在前',
      params,
      answer: Filings,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const found = sent(await listFilings(platform, actor, id))
      return found.ok ? ok({ filings: found.value }) : found
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/{id}/filings',
      summary: '归档：生成案卷（后台办理）',
      params,
      isVersioned: true,
      status: 202,
      answer: FilingAsked,
    },
    async ({ platform, actor }, { params: { id }, version }) =>
      fileRequest(platform, actor, { requestId: id, version }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/filings/{no}/file',
      summary: '下载案卷（PDF/A）或者原件归档包（zip）；每次下载都有记录',
      params: FilingParams,
      query: FileQuery,
      answer: 'file',
    },
    async ({ platform, actor }, { params: { id, no }, query: { which } }, c) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      const wanted = { requestId: id, no, which }
      const found = await readFiling(platform, actor, wanted, opened.value.files)
      if (!found.ok) return found
      const { file, content } = found.value
      return answerFile(c, new Uint8Array(content), 'application/octet-stream', file.name)
    },
  )
}
