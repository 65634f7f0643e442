import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addOpenRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'

const Health = z
  .object({
    state: z.enum(['ready', 'set-up-needed']).openapi({ description: '正常，或者等待设置' }),
  })
  .openapi('Health')

/** `/health`, for who watches the service: 200 when the database answers, 503 when it does not. */
export function addHealth(api: OpenAPIHono<Env>, { ground }: Edge): void {
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/health',
      summary: '服务和数据库是否正常',
      answer: Health,
      isBeforeSetUp: true,
    },
    async () => {
      const opened = ground.open()
      if (!opened.ok) return opened
      const tenantId = await opened.value.tenantId()
      return ok({ state: tenantId === null ? 'set-up-needed' : 'ready' } as const)
    },
  )
}
