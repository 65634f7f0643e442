import { findRelated, listSearches, readRelated, recordSearch, strikeSearch } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  RecordSearchRequest,
  RelatedQuestion,
  RelatedRequests,
  RequestSearch,
  RequestSearches,
  StrikeSearchRequest,
} from '../schemas/request-searches.js'

const params = z.object({ id: Id })

/** `/requests/{id}/searches`: what was searched; `/requests/related`, `/requests/{id}/related`: what has to do with a request. */
export function addRequestSearches(api: OpenAPIHono<Env>, edge: Edge): void {
  const path = '/requests/{id}/searches'
  addStaffRoute(
    api,
    edge,
    { method: 'get', path, summary: '一件申请的检索记录', params, answer: RequestSearches },
    async ({ platform, actor }, { params: { id } }) => {
      const searches = sent(await listSearches(platform, actor, id))
      return searches.ok ? ok({ searches: searches.value }) : searches
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ method: 'post', path, params, status: 201, body: RecordSearchRequest },
      summary: '登记检索记录',
      answer: RequestSearch,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      sent(await recordSearch(platform, actor, { requestId: id, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: `${path}/{searchId}/strike`,
      summary: '更正登记错的检索记录，留下原因',
      params: params.extend({ searchId: Id }),
      body: StrikeSearchRequest,
      answer: RequestSearch,
    },
    async ({ platform, actor }, { params: { id, searchId }, body: { reason } }) =>
      sent(await strikeSearch(platform, actor, { requestId: id, searchId, reason })),
  )
  addRelated(api, edge)
}

function addRelated(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/related',
      summary: '登记时核对：同一申请人此前的申请、内容相近的申请',
      description: '所查的有证件号码，因此不写在网址中。',
      body: RelatedQuestion,
      answer: RelatedRequests,
    },
    async ({ platform, actor }, { body }) => {
      const related = sent(await findRelated(platform, actor, body))
      return related.ok ? ok({ related: related.value }) : related
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/related',
      summary: '与一件申请有关的：同一申请人的、内容相近的',
      params,
      answer: RelatedRequests,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const related = sent(await readRelated(platform, actor, id))
      return related.ok ? ok({ related: related.value }) : related
    },
  )
}
