import { addAuthorities, getCollection, listCollections, openCollection } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import {
  AddAuthoritiesRequest,
  AskedAuthorities,
  Collection,
  CollectionPage,
  OpenCollectionRequest,
} from '../schemas/collection.js'
import { Id } from '../schemas/parts.js'

const params = z.object({ id: Id })

/** `/collections`: what is asked of whom for one report year. */
export function addCollections(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/collections',
      summary: '各年度的年度报告工作，新的在前',
      answer: CollectionPage,
    },
    async ({ platform, actor }) => {
      const listed = await listCollections(platform, actor)
      return listed.ok ? ok({ items: listed.value }) : listed
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/collections',
      summary: '组织一个年度的年度报告工作',
      body: OpenCollectionRequest,
      status: 201,
      answer: Collection,
    },
    ({ platform, actor }, { body: { localDuties, ...rest } }) =>
      openCollection(platform, actor, { ...rest, localDuties: localDuties.map(toDuty) }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/collections/{id}',
      summary: '一个年度的年度报告工作',
      params,
      answer: Collection,
    },
    ({ platform, actor }, { params: { id } }) => getCollection(platform, actor, id),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/collections/{id}/authorities',
      summary: '增加布置的机关',
      params,
      body: AddAuthoritiesRequest,
      isVersioned: true,
      answer: AskedAuthorities,
    },
    async ({ platform, actor }, { params: { id }, version, body }) => {
      const asked = await addAuthorities(platform, actor, { collectionId: id, version, ...body })
      return asked.ok ? ok({ asked: asked.value }) : asked
    },
  )
}

/** Whoever fixes the day has its notice at hand. */
function toDuty(sent: z.output<typeof OpenCollectionRequest>['localDuties'][number]) {
  return { ...defined(sent), known: 'seen' } as const
}
