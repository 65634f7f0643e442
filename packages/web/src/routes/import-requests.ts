import { importRequests, type Pool, previewRequests, requestsTemplate } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { RequestImportDone, RequestImportPreview } from '../schemas/request-import.js'
import { answerResult } from './run-job.js'

const file = z.instanceof(File).openapi({ type: 'string', format: 'binary' })

/** `/requests/import`: requests from before the register, first shown and then carried out. */
export function addRequestImport(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/import/preview',
      summary: '导入此前的申请会怎样，不作改动',
      form: z.strictObject({ file, authorityId: Id }),
      answer: RequestImportPreview,
    },
    async ({ platform, actor }, { body: { file, authorityId } }) => {
      const rows = await rowsOf(pool, file)
      return rows.ok ? previewRequests(platform, actor, { authorityId, rows: rows.value }) : rows
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/import',
      summary: '按预览导入此前的申请，全部或者都不',
      form: z.strictObject({ file, authorityId: Id, digest: z.string().max(200) }),
      answer: RequestImportDone,
      also: [412],
    },
    async ({ platform, actor }, { body: { file, authorityId, digest } }) => {
      const rows = await rowsOf(pool, file)
      if (!rows.ok) return rows
      const command = { authorityId, rows: rows.value, digest }
      const counts = await importRequests(platform, actor, command)
      return counts.ok ? ok({ counts: counts.value }) : counts
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/import/template.xlsx',
      summary: '此前申请的导入模板（Excel），第一行为填写说明',
      answer: 'file',
      also: [422],
    },
    async (_staff, _, c) => {
      const sheet = { title: '此前的申请', name: '此前申请导入模板.xlsx' }
      return answerResult(c, await pool.run({ kind: 'sheet', ...sheet, rows: requestsTemplate() }))
    },
  )
}

async function rowsOf(pool: Pool, file: File) {
  return pool.readRows({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}
