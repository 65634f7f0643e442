import {
  addMaterials as add,
  checkRedaction,
  decideMaterial,
  keepMaterial,
  listMaterials,
  makeRedaction,
  readMaterial,
  saveMarks,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import { fieldsOf, filesOf, uploadOf } from '../edge/sent-form.js'
import type { Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import {
  CheckRequest,
  DecideRequest,
  Marks,
  Material,
  Materials,
  MaterialView,
} from '../schemas/materials.js'
import { Id } from '../schemas/parts.js'

const params = z.object({ id: Id })
const one = params.extend({ materialId: Id })

const PATH = '/requests/{id}/materials'

/** Bytes of one upload of documents. */
const FORM_BYTES = 64_000_000

/** `/requests/{id}/materials`: the documents that a request asks for, and what is withheld of them. */
export function addMaterials(api: OpenAPIHono<Env>, edge: Edge): void {
  addReading(api, edge)
  addUpload(api, edge)
  addChanging(api, edge)
}

function addReading(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    { method: 'get', path: PATH, summary: '一件申请的拟公开材料', params, answer: Materials },
    async ({ platform, actor }, { params: { id } }) => {
      const found = sent(await listMaterials(platform, actor, id))
      return found.ok ? ok({ materials: found.value }) : found
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: `${PATH}/{materialId}`,
      summary: '一份拟公开材料的遮盖稿和遮盖件',
      params: one,
      answer: MaterialView,
      versionOf: ({ material }) => material.version,
    },
    async ({ platform, actor }, { params: { id, materialId } }) => {
      const found = sent(await readMaterial(platform, actor, { requestId: id, materialId }))
      if (!found.ok) return found
      const { material, marks, result } = found.value
      return ok({
        ...{ material, marks, made: result?.ok ? result : null },
        failure: result && !result.ok ? result.message : null,
      })
    },
  )
}

function addUpload(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: PATH,
      summary: '放入拟公开材料，与申请人的材料分开保存',
      description: '表单中可以有多个 file。',
      params,
      upload: uploadOf(FORM_BYTES),
      answer: null,
    },
    async ({ platform, actor }, { params: { id }, body }) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      // Nothing is kept of whoever may not: the use case says why.
      const may = await add(platform, actor, { requestId: id, files: [] })
      if (!may.ok && may.refusal.code !== 'requests.file-missing') return may
      const form = await fieldsOf(body)
      if (!form) {
        const fields = [{ field: '请求正文', message: '无法解析' }]
        return { ok: false, refusal: REQUEST_REFUSALS.malformed(fields) }
      }
      const kept = []
      for (const { name, bytes } of await filesOf(form, 'file')) {
        const file = await keepMaterial(platform, opened.value.files, {
          ...{ name: name || '未命名', bytes },
          ...{ actor, requestId: id },
        })
        if (!file.ok) return file
        kept.push(file.value)
      }
      return add(platform, actor, { requestId: id, files: kept })
    },
  )
}

function addChanging(api: OpenAPIHono<Env>, edge: Edge): void {
  const step = { method: 'post', params: one, isVersioned: true, answer: Material } as const
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{materialId}/marks`, body: Marks },
      summary: '保存遮盖稿；此前生成的遮盖件失效',
    },
    async ({ platform, actor }, { params: { id, materialId }, version, body }) => {
      const passages = body.passages.map(defined)
      const marks = { boxes: body.boxes, passages }
      return sent(await saveMarks(platform, actor, { requestId: id, materialId, version, marks }))
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{materialId}/decision`, body: DecideRequest },
      summary: '登记全文公开、撤销登记，或者移除',
    },
    async ({ platform, actor }, { params: { id, materialId }, version, body }) =>
      sent(await decideMaterial(platform, actor, { requestId: id, materialId, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{materialId}/redaction` },
      summary: '生成遮盖件和遮盖目录（后台办理）',
    },
    async ({ platform, actor }, { params: { id, materialId }, version }) =>
      sent(await makeRedaction(platform, actor, { requestId: id, materialId, version })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{materialId}/redaction/check`, body: CheckRequest },
      summary: '确认遮盖件已经核对；此后可以随文书提供',
    },
    async ({ platform, actor }, { params: { id, materialId }, version, body }) =>
      sent(await checkRedaction(platform, actor, { requestId: id, materialId, version, ...body })),
  )
}
