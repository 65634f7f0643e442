import {
  approveLetter,
  changeLetter,
  correctSending,
  discardLetter,
  draftLetter,
  listLetters,
  type Pool,
  readLetter,
  readLetterFile,
  recordService,
  returnLetter,
  sendLetter,
  submitLetter,
} from '@gongkai/app'
import { dayInChina } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import { answerFile, type Env } from '../http/answers.js'
import {
  Letter,
  LetterDraftRequest,
  LetterFileQuery,
  LetterReasonRequest,
  Letters,
  LetterView,
  OpinionRequest,
  SendingCorrection,
  SendRequest,
  ServiceRequest,
} from '../schemas/letters.js'
import { Id } from '../schemas/parts.js'
import { answerResult } from './run-job.js'

const params = z.object({ id: Id })
const one = z.object({ id: Id, letterId: Id })

const PATH = '/requests/{id}/letters'

/** `/requests/{id}/letters`: the decision on a request and the notices of its course, from the draft to their service. */
export function addLetters(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addReading(api, edge, pool)
  addDrafting(api, edge)
  addReview(api, edge)
  addSending(api, edge)
}

function addReading(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    { method: 'get', path: PATH, summary: '一件申请的各份文书', params, answer: Letters },
    async ({ platform, actor }, { params: { id } }) => sent(await listLetters(platform, actor, id)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: `${PATH}/{letterId}`,
      summary: '一份文书的文字、检查发现和办理经过（每次查看都有记录）',
      params: one,
      answer: LetterView,
      versionOf: ({ letter }) => letter.version,
    },
    async ({ platform, actor }, { params: { id, letterId } }) =>
      sent(await readLetter(platform, actor, { requestId: id, letterId })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: `${PATH}/{letterId}/files/{fileId}`,
      summary: '下载一份文书的附件（每次下载都有记录）',
      params: one.extend({ fileId: Id }),
      answer: 'file',
    },
    async ({ platform, actor }, { params: { id, letterId, fileId } }, c) => {
      const opened = edge.ground.open()
      if (!opened.ok) return opened
      const which = { requestId: id, letterId, fileId }
      const found = await readLetterFile(platform, actor, which, opened.value.files)
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
      path: `${PATH}/{letterId}/file`,
      summary: '下载一份文书（Word 或者 PDF；每次下载都有记录）',
      description: '没有签发的，没有发文字号和成文日期。',
      params: one,
      query: LetterFileQuery,
      answer: 'file',
      also: [422],
    },
    async ({ platform, actor }, { params: { id, letterId }, query: { to } }, c) => {
      const view = await readLetter(platform, actor, { requestId: id, letterId })
      if (!view.ok) return view
      const { text, letter } = view.value
      const on = letter.approvedOn ?? dayInChina(platform.now().getTime())
      return answerResult(c, await pool.run({ kind: 'letter', letter: text, to, on }))
    },
  )
}

const written = { params: one, isVersioned: true, answer: Letter } as const

function addDrafting(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: PATH,
      summary: '拟制文书：登记决定，或者拟一份通知',
      params,
      body: LetterDraftRequest,
      status: 201,
      answer: Letter,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      draftLetter(platform, actor, { requestId: id, draft: body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...written, method: 'patch', path: `${PATH}/{letterId}`, body: LetterDraftRequest },
      summary: '修改拟稿',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      changeLetter(platform, actor, { requestId: id, letterId, version, draft: body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{
        ...written,
        method: 'post',
        path: `${PATH}/{letterId}/discard`,
        body: LetterReasonRequest,
      },
      summary: '作废没有送出的文书；已经编的发文字号不再使用',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      discardLetter(platform, actor, { requestId: id, letterId, version, ...body }),
  )
}

function addReview(api: OpenAPIHono<Env>, edge: Edge): void {
  const step = { ...written, method: 'post' } as const
  addStaffRoute(
    api,
    edge,
    { ...step, path: `${PATH}/{letterId}/submit`, summary: '送审' },
    async ({ platform, actor }, { params: { id, letterId }, version }) =>
      submitLetter(platform, actor, { requestId: id, letterId, version }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{letterId}/approve`, body: OpinionRequest },
      summary: '审批：依次由保密审查员、公开工作机构负责人、分管领导办理，最后一人签发时编发文字号',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      approveLetter(platform, actor, { requestId: id, letterId, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{letterId}/return`, body: LetterReasonRequest },
      summary: '退回修改，附意见',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      returnLetter(platform, actor, { requestId: id, letterId, version, ...body }),
  )
}

function addSending(api: OpenAPIHono<Env>, edge: Edge): void {
  const step = { ...written, method: 'post' } as const
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{letterId}/send`, body: SendRequest },
      summary: '登记送出及凭据；答复送出后申请办结',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      sendLetter(platform, actor, { requestId: id, letterId, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{letterId}/sending`, body: SendingCorrection },
      summary: '更正送出的登记，留下原因；期限重新计算',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      correctSending(platform, actor, { requestId: id, letterId, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...step, path: `${PATH}/{letterId}/service`, body: ServiceRequest },
      summary: '登记送达、退信、公告送达',
    },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      recordService(platform, actor, { requestId: id, letterId, version, ...body }),
  )
}
