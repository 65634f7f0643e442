import { countReadings, listReadings, MANY_WITHOUT } from '@gongkai/app'
import { ok } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import {
  ReadingCounts,
  ReadingCountsQuery,
  ReadingsPage,
  ReadingsQuery,
} from '../schemas/readings.js'

/** `/requests/readings`: who looked at what of the requests of an authority. */
export function addReadings(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/readings',
      summary: '谁看过申请人信息、来件、文书、案卷，新的在前',
      query: ReadingsQuery,
      answer: ReadingsPage,
    },
    async (
      { platform, actor },
      { query: { personId = null, requestId = null, after = null, ...query } },
    ) => {
      const page = sent(
        await listReadings(platform, actor, { ...query, personId, requestId, after }),
      )
      if (!page.ok) return page
      const { readings, next } = page.value
      return ok({ readings, next: next === null ? null : `${next}` })
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/readings/counts',
      summary: '每个人看过多少件申请，其中多少件没有参与办理',
      query: ReadingCountsQuery,
      answer: ReadingCounts,
    },
    async ({ platform, actor }, { query }) => {
      const people = await countReadings(platform, actor, query)
      return people.ok ? ok({ many: MANY_WITHOUT, people: people.value }) : people
    },
  )
}
