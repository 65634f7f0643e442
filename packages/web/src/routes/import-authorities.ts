import {
  importAuthorities,
  importTemplate,
  listAuthorities,
  type Pool,
  previewImport,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { ImportDone, ImportPreview } from '../schemas/authority-import.js'
import { answerResult } from './run-job.js'

const file = z.instanceof(File).openapi({ type: 'string', format: 'binary' })

/** `/authorities/import`: a list of authorities, first shown and then carried out. */
export function addImport(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/authorities/import/preview',
      summary: '导入机关名单会怎样，不作改动',
      form: z.strictObject({ file }),
      answer: ImportPreview,
    },
    async ({ platform, actor }, { body }) => {
      const rows = await rowsOf(pool, body.file)
      return rows.ok ? previewImport(platform, actor, rows.value) : rows
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/authorities/import',
      summary: '按预览导入机关名单，全部或者都不',
      form: z.strictObject({ file, digest: z.string().max(200) }),
      answer: ImportDone,
      also: [412],
    },
    async ({ platform, actor }, { body: { file, digest } }) => {
      const rows = await rowsOf(pool, file)
      if (!rows.ok) return rows
      const counts = await importAuthorities(platform, actor, { input: rows.value, digest })
      return counts.ok ? ok({ counts: counts.value }) : counts
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/authorities/import/template.xlsx',
      summary: '机关名单的导入模板（Excel）',
      answer: 'file',
      also: [422],
    },
    async ({ platform, actor }, _, c) => {
      const first = await listAuthorities(platform, actor, { limit: 1 })
      if (!first.ok) return first
      const rows = importTemplate(first.value.lines[0]?.name ?? '')
      const sheet = { title: '机关名单', rows, name: '机关名单导入模板.xlsx' }
      return answerResult(c, await pool.run({ kind: 'sheet', ...sheet }))
    },
  )
}

async function rowsOf(pool: Pool, file: File) {
  return pool.readRows({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}
