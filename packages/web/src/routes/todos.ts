import { listTodos } from '@gongkai/app'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addPersonalRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Todos } from '../schemas/todos.js'

/** `/todos`: what waits for who asks. */
export function addTodos(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    { method: 'get', path: '/todos', summary: '本人的待办事项', answer: Todos },
    async ({ platform, actor }) => sent(await listTodos(platform, actor)),
  )
}
