import {
  importAuthorities,
  importTemplate,
  listAuthorities,
  previewImport,
  writeSheetRows,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { answerFile, type Env } from '../http/answers.js'
import { ImportDone, ImportPreview } from '../schemas/authorities.js'

const file = z.instanceof(File).openapi({ type: 'string', format: 'binary' })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `/authorities/import`: a list of authorities, first shown and then carried out. */
export function addImport(api: OpenAPIHono<Env>, edge: Edge): void {
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
    async ({ platform, actor }, { body }) =>
      previewImport(platform, actor, await bytesOf(body.file)),
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
    },
    async ({ platform, actor }, { body: { file, digest } }) => {
      const input = await bytesOf(file)
      const counts = await importAuthorities(platform, actor, { input, digest })
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
    },
    async ({ platform, actor }, _, c) => {
      const first = await listAuthorities(platform, actor, { limit: 1 })
      if (!first.ok) return first
      const rows = importTemplate(first.value.lines[0]?.name ?? '')
      const bytes = new Uint8Array(await writeSheetRows('机关名单', rows))
      return answerFile(c, bytes, XLSX, '机关名单导入模板.xlsx')
    },
  )
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}
