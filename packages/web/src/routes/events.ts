import { erasePersonal, eventLines, listEvents } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { streamText } from '../http/stream-text.js'
import { EraseRequest, EventFilter, EventPage, EventsQuery } from '../schemas/events.js'
import { Id } from '../schemas/parts.js'

/** `/events`: the history of a thing, a search through the log, and erasing what is personal beside it. What may not be read is not there. */
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
      return listEvents(platform, actor, defined(withSubject(query)))
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/events/export',
      summary: '记录，CSV，新的在前，附各条在链条中的位置',
      query: EventFilter,
      answer: 'file',
    },
    async ({ platform, actor }, { query }, c) => {
      const lines = eventLines(platform, actor, defined(withSubject(query)))
      const name = encodeURIComponent('操作记录.csv')
      return c.body(streamText(lines), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      })
    },
  )
  addErasing(api, edge)
}

function addErasing(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/events/{id}/erase',
      summary: '依规清除一条记录旁附的个人信息，不能恢复',
      params: z.object({ id: Id }),
      body: EraseRequest,
      answer: null,
    },
    ({ platform, actor }, { params: { id }, body }) =>
      erasePersonal(platform, actor, { eventId: id, ...body }),
  )
}

/** Kind and id are one thing; one without the other asks for nothing. */
function withSubject<
  Q extends { subjectKind?: string | undefined; subjectId?: string | undefined },
>({ subjectKind: kind, subjectId: id, ...rest }: Q) {
  return kind && id ? { ...rest, subject: { kind, id } } : rest
}
