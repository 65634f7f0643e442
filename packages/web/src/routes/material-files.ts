import { openMaterialFile, type Pool } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { addStaffRoute, type Staff } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { answerFile, type Env } from '../http/answers.js'
import { MaterialReading, ReadingRequest } from '../schemas/materials.js'
import { Id } from '../schemas/parts.js'
import { answerResult, toApi } from './run-job.js'

const one = z.object({ id: Id, materialId: Id })
const Which = z.enum(['original', 'file', 'index'])
const Pages = z.enum(['original', 'file'])

const PATH = '/requests/{id}/materials/{materialId}'

/** `/requests/{id}/materials/{id}/…`: a document page by page, what there is to withhold in it, and its files to take away. */
export function addMaterialFiles(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  const fileOf = async (
    { platform, actor }: Staff,
    { id, materialId }: z.infer<typeof one>,
    which: z.infer<typeof Which>,
    isShown: boolean,
  ) => {
    const opened = edge.ground.open()
    if (!opened.ok) return opened
    const wanted = { requestId: id, materialId, which, isShown }
    return openMaterialFile(platform, actor, wanted, opened.value.files)
  }
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: `${PATH}/files/{which}`,
      summary: '下载材料原件、遮盖件或者遮盖目录（每次下载都有记录）',
      params: one.extend({ which: Which }),
      answer: 'file',
    },
    async (staff, { params }, c) => {
      const found = await fileOf(staff, params, params.which, false)
      if (!found.ok) return found
      const { file, content } = found.value
      return answerFile(c, new Uint8Array(content), 'application/octet-stream', file.name)
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: `${PATH}/pages/{which}/{page}`,
      summary: 'PDF、图片的一页，供画方框和核对',
      params: one.extend({ which: Pages, page: z.coerce.number().int().min(1).max(10_000) }),
      answer: 'file',
      also: [413, 415, 422],
    },
    async (staff, { params }, c: Context<Env>) => {
      const found = await fileOf(staff, params, params.which, true)
      if (!found.ok) return found
      const body = new Uint8Array(found.value.content).buffer
      return answerResult(c, await pool.run({ kind: 'page', body, page: params.page }))
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: `${PATH}/reading`,
      summary: '读出材料中可以遮盖的文字、单元格，并提示可能的个人信息',
      description: 'looked 为要查找的文字，可能是姓名，因此不写在网址中。',
      params: one,
      body: ReadingRequest,
      answer: MaterialReading,
      also: [413, 415, 422],
    },
    async (staff, { params, body: { looked } }) => {
      const found = await fileOf(staff, params, 'original', true)
      if (!found.ok) return found
      const body = new Uint8Array(found.value.content).buffer
      const made = await pool.run({ kind: 'marking', body, looked })
      if (!made.ok) return { ok: false, refusal: toApi(made.refusal) }
      // As `showMaterial` wrote it.
      return ok(
        JSON.parse(new TextDecoder().decode(made.value.bytes)) as z.infer<typeof MaterialReading>,
      )
    },
  )
}
