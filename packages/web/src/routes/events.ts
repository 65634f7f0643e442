import { listEvents } from '@gongkai/app'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { EventPage, EventsQuery } from '../schemas/events.js'

/** `/events`: the history of a thing, and a search through the log. What may not be read is not there. */
export function addEvents(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/events',
      summary: '记录，新的在前',
      query: EventsQuery,
      answer: EventPage,
    },
    ({ platform, actor }, { query }) => {
      const { subjectKind: kind, subjectId: id, ...rest } = query
      const asked = kind && id ? { ...rest, subject: { kind, id } } : rest
      return listEvents(platform, actor, defined(asked))
    },
  )
}
