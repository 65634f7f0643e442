import {
  approveOverlay,
  listOverlays,
  previewOverlay,
  proposeOverlay,
  readMoved,
  rejectOverlay,
  withdrawOverlay,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addPersonalRoute, addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { LawData, MovedDates, OverlayProposed, OverlayRequest } from '../schemas/overlays.js'
import { Id } from '../schemas/parts.js'
import { ReasonRequest } from '../schemas/people.js'

const params = z.object({ id: Id })

/** `/overlays`: what is laid over the law's data, and what has yet to be confirmed. */
export function addOverlays(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/overlays',
      summary: '法规数据：现行和历次的补充、待核实的内容',
      answer: LawData,
    },
    async ({ platform, actor }) => sent(await listOverlays(platform, actor)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/overlays/preview',
      summary: '预览一项补充将移动哪些日期，不作保存',
      body: OverlayRequest,
      answer: MovedDates,
    },
    ({ platform, actor }, { body }) => previewOverlay(platform, actor, body),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/overlays/{id}/moved',
      summary: '一项补充移动了哪些日期；待复核的，将移动哪些',
      params,
      answer: MovedDates,
    },
    ({ platform, actor }, { params: { id } }) => readMoved(platform, actor, { overlayId: id }),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/overlays',
      summary: '提出一项补充，由另一人复核',
      body: OverlayRequest,
      status: 201,
      answer: OverlayProposed,
    },
    ({ platform, actor }, { body }) => proposeOverlay(platform, actor, body),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/overlays/{id}/approve',
      summary: '复核同意，即时生效；答复移动的日期',
      params,
      answer: MovedDates.nullable(),
    },
    ({ platform, actor }, { params: { id } }) => approveOverlay(platform, actor, { overlayId: id }),
  )
  const ways = [
    ['reject', '复核不同意', rejectOverlay],
    ['withdraw', '撤回，移动的日期即时移回；答复移动的日期', withdrawOverlay],
  ] as const
  for (const [name, summary, step] of ways) {
    addPersonalRoute(
      api,
      edge,
      {
        method: 'post',
        path: `/overlays/{id}/${name}`,
        summary,
        params,
        body: ReasonRequest,
        answer: MovedDates.nullable(),
      },
      ({ platform, actor }, { params: { id }, body }) =>
        step(platform, actor, { overlayId: id, ...body }),
    )
  }
}
