import { changeRegion, getRegion } from '@gongkai/app'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { ChangeRegionRequest, RegionFile } from '../schemas/region.js'

/** `/region`: what the register belongs to. */
export function addRegion(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    { method: 'get', path: '/region', summary: '地区名称、行政区划代码', answer: RegionFile },
    ({ platform, actor }) => getRegion(platform, actor),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'patch',
      path: '/region',
      summary: '更改地区名称、行政区划代码',
      body: ChangeRegionRequest,
      isVersioned: true,
      answer: RegionFile,
    },
    ({ platform, actor }, { body, version }) => changeRegion(platform, actor, { ...body, version }),
  )
}
