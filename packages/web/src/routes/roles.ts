import { type Action, RIGHTS, type Right, ROLE_IDS, ROLES } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { RoleLine } from '../schemas/session.js'

/** `/roles`: what each role is and may do. */
export function addRoles(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/roles',
      summary: '各项职责及其权限',
      answer: z.array(RoleLine).readonly(),
    },
    async () => ok(LINES),
  )
}

const RIGHT_ROWS = Object.entries(RIGHTS) as [Action, Right][]

const LINES: readonly RoleLine[] = ROLE_IDS.map((id) => ({
  id,
  ...ROLES[id],
  rights: RIGHT_ROWS.filter(([, { roles }]) => roles.includes(id)).map(
    ([action, { label, reach }]) => ({ action, label, reach }),
  ),
}))
