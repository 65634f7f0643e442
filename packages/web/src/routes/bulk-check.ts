import { checkAll, readOwnShare, saveOwnShare } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { JobAsked, OwnShare, OwnShareRequest } from '../schemas/own-share.js'
import { Id } from '../schemas/parts.js'

const params = z.object({ id: Id })

/** `/collections/{id}/check` and `/reports/{id}/own-share`: what the collecting authority does with a year as a whole. */
export function addBulkCheck(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/collections/{id}/check',
      summary: '在后台检查一个年度的全部报告',
      description: '进度见 /jobs/{id}；完成后取 /collections/{id}/findings.xlsx。',
      params,
      status: 202,
      answer: JobAsked,
    },
    ({ platform, actor }, { params: { id } }) => checkAll(platform, actor, { collectionId: id }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/own-share',
      summary: '本级数据',
      params,
      answer: OwnShare,
    },
    ({ platform, actor }, { params: { id } }) => readOwnShare(platform, actor, id),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/own-share',
      summary: '填写本级数据，汇总时与各机关的数据相加',
      description: '还没有填写过的，版本为 "0"。',
      params,
      body: OwnShareRequest,
      isVersioned: true,
      answer: OwnShare,
    },
    ({ platform, actor }, { params: { id }, version, body }) =>
      saveOwnShare(platform, actor, { reportId: id, version, cells: body.cells }),
  )
}
