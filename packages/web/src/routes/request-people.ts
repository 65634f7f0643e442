import {
  addRequestFiles,
  giveOwnData,
  keepRequestFiles,
  listNews,
  listRequestFiles,
  markTold,
  ownDataTables,
  readApplicant,
  readRequestFile,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import { fieldsOf, filesOf, type SentForm, uploadOf } from '../edge/sent-form.js'
import { answerFile, type Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { Id } from '../schemas/parts.js'
import {
  FilePurpose,
  GiveOwnData,
  OwnData,
  RequestFiles,
  RequestNews,
  RequestPeople,
} from '../schemas/request-people.js'

const params = z.object({ id: Id })

/** Bytes of one upload of files to a request. */
const FORM_BYTES = 32_000_000

/** `/requests/{id}/applicant`, `/requests/{id}/files`: what is personal; each reading is recorded. */
export function addRequestPeople(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/applicant',
      summary: '查看申请人信息（每次查看都有记录）',
      params,
      answer: RequestPeople,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const people = sent(await readApplicant(platform, actor, id))
      return people.ok ? ok({ people: people.value }) : people
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/files',
      summary: '申请所附的材料',
      params,
      answer: RequestFiles,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const files = sent(await listRequestFiles(platform, actor, id))
      return files.ok ? ok({ files: files.value }) : files
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/files/{fileId}',
      summary: '下载一个申请材料（每次下载都有记录）',
      params: params.extend({ fileId: Id }),
      answer: 'file',
    },
    async ({ platform, actor }, { params: { id, fileId } }, c) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      const command = { requestId: id, fileId }
      const found = await readRequestFile(platform, actor, command, opened.value.files)
      if (!found.ok) return found
      const { file, content } = found.value
      return answerFile(c, new Uint8Array(content), 'application/octet-stream', file.name)
    },
  )
  addUpload(api, edge)
  addOwnData(api, edge)
  addNews(api, edge)
}

function addOwnData(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/{id}/own-data',
      summary: '核验身份证明后，向本人提供其个人信息和申请记录（每次提供都有记录）',
      params,
      body: GiveOwnData,
      answer: OwnData,
    },
    async ({ platform, actor }, { params: { id }, body }) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      const command = { requestId: id, ...body }
      const given = await giveOwnData(platform, actor, command, opened.value.files)
      return given.ok ? sent(ok({ data: given.value, tables: ownDataTables(given.value) })) : given
    },
  )
}

function addNews(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/news',
      summary: '办理进展的告知情况',
      params,
      answer: RequestNews,
    },
    async ({ platform, actor }, { params: { id } }) => sent(await listNews(platform, actor, id)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/{id}/news/{newsId}/told',
      summary: '登记已告知申请人',
      params: params.extend({ newsId: Id }),
      answer: null,
    },
    ({ platform, actor }, { params: { id, newsId } }) =>
      markTold(platform, actor, { requestId: id, newsId }),
  )
}

function addUpload(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/{id}/files',
      summary: '附上材料：来信的扫描件、投递凭证',
      description:
        '表单中可以有多个 file；purpose 为 scan、proof、authorisation、identity、correction 或者 other。',
      params,
      upload: uploadOf(FORM_BYTES),
      answer: null,
    },
    async ({ platform, actor }, { params: { id }, body }) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      // Nothing is kept of whoever may not: the use case says why.
      const may = await addRequestFiles(platform, actor, { requestId: id, files: [] })
      if (!may.ok && may.refusal.code !== 'requests.file-missing') return may
      const given = await takeFiles(body)
      if (!given.ok) return given
      const { purpose, files } = given.value
      const sent = files.map((file) => ({ ...file, purpose }))
      const kept = await keepRequestFiles(platform, opened.value.files, sent, null)
      if (!kept.ok) return kept
      return addRequestFiles(platform, actor, { requestId: id, files: kept.value })
    },
  )
}

async function takeFiles(sentForm: SentForm) {
  const wrong = (field: string, message: string) =>
    ({ ok: false, refusal: REQUEST_REFUSALS.malformed([{ field, message }]) }) as const
  const form = await fieldsOf(sentForm)
  if (!form) return wrong('请求正文', '无法解析')
  const purpose = FilePurpose.safeParse(form.get('purpose') ?? 'scan')
  if (!purpose.success) return wrong('purpose', '不在可选的范围内，应为 scan 等六种之一')
  const files = await filesOf(form, 'file')
  const named = files.map(({ name, bytes }) => ({ name: name || '未命名', bytes }))
  return ok({ purpose: purpose.data, files: named })
}
