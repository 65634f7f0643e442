import {
  acceptReadyPast,
  decidePast,
  keepFiles,
  listPast,
  type Pool,
  readPastAgain,
  readPastImport,
  readPastItem,
  startImport,
} from '@gongkai/app'
import { ok, refuse } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import { fieldsOf, filesOf, type SentForm, uploadOf } from '../edge/sent-form.js'
import type { Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { Id } from '../schemas/parts.js'
import {
  PastAccepted,
  PastAgain,
  PastDecision,
  PastImport,
  PastItem,
  PastPage,
  PastQuery,
  PastReading,
  PastStarted,
} from '../schemas/past.js'
import { addPastFiles } from './past-files.js'

const params = z.object({ id: Id })

/** Bytes of one upload; a folder that has more is sent in several. */
const FORM_BYTES = 64_000_000

/** `/past`: reports of years past come in, are recognised, and are decided on. */
export function addPast(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addUpload(api, edge)
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/past/imports/{id}',
      summary: '一次导入办到哪一步',
      params,
      answer: PastImport,
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await readPastImport(platform, actor, id)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/past/imports/{id}/accept',
      summary: '采用一次导入中没有疑点的全部报告',
      params,
      answer: PastAccepted,
    },
    ({ platform, actor }, { params: { id } }) => acceptReadyPast(platform, actor, id),
  )
  addItems(api, edge)
  addPastFiles(api, edge, pool)
}

function addUpload(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/past/imports',
      summary: '导入历年报告：多个文件或者压缩包',
      description: '表单中可以有多个 file，文件名可以带文件夹；一次最多64 MB，多的分几次发送。',
      query: z.object({ authorityId: Id }),
      upload: uploadOf(FORM_BYTES),
      status: 202,
      answer: PastStarted,
    },
    async ({ platform, actor }, { query: { authorityId }, body }) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      // Nothing is kept of whoever may not: the use case says why.
      const may = await startImport(platform, actor, { authorityId, files: [] })
      if (!may.ok && may.refusal.code !== 'past.no-files') return may
      const given = await takeFiles(body)
      if (!given.ok) return given
      const taken = await keepFiles(opened.value.files, given.value)
      if (!taken.ok) return taken
      const { kept, refused } = taken.value
      if (kept.length === 0 && refused.length > 0) return noneKept(refused)
      const started = await startImport(platform, actor, { authorityId, files: kept })
      return started.ok ? ok({ ...started.value, refused }) : started
    },
  )
}

/** Nothing of what was sent is kept: why, of each file. */
function noneKept(refused: readonly { readonly name: string; readonly message: string }[]) {
  const reasons = refused.map(({ name, message }) => `“${name}”：${message}`)
  return refuse('past.no-files', `没有可以导入的文件。${reasons.join('')}`)
}

async function takeFiles(sentForm: SentForm) {
  const form = await fieldsOf(sentForm)
  if (form) return ok(await filesOf(form, 'file'))
  const refusal = REQUEST_REFUSALS.malformed([{ field: '请求正文', message: '无法解析' }])
  return { ok: false, refusal } as const
}

function addItems(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/past/items',
      summary: '历年报告的队列，按到达的先后',
      query: PastQuery,
      answer: PastPage,
    },
    async ({ platform, actor }, { query }) => sent(await listPast(platform, actor, defined(query))),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/past/items/{id}',
      summary: '队列中的一个文件，连同读出的内容',
      params,
      answer: PastReading,
      versionOf: ({ version }) => version,
    },
    ({ platform, actor }, { params: { id } }) => readPastItem(platform, actor, id),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/past/items/{id}/decide',
      summary: '核定一个文件：采用，或者移出',
      params,
      body: PastDecision,
      isVersioned: true,
      answer: PastItem,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await decidePast(platform, actor, { itemId: id, version, decision: body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/past/items/{id}/read-again',
      summary: '重新识别一个文件',
      params,
      body: PastAgain,
      isVersioned: true,
      status: 202,
      answer: PastItem,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await readPastAgain(platform, actor, { itemId: id, version, ...body })),
  )
}
