import {
  dissolveAuthority,
  mergeAuthorities,
  moveAuthority,
  renameAuthority,
  splitAuthority,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Authority } from '../schemas/authorities.js'
import { Id } from '../schemas/parts.js'
import {
  DissolveRequest,
  MergeRequest,
  MoveRequest,
  RenameRequest,
  ReorganisedAuthority,
  SplitRequest,
} from '../schemas/reorganise.js'

const params = z.object({ id: Id })

const common = { method: 'post', params, isVersioned: true } as const

/** `/authorities/{id}/…`: what becomes of an authority, from a day on. */
export function addReorganisations(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      ...common,
      path: '/authorities/{id}/rename',
      summary: '登记更名',
      body: RenameRequest,
      answer: Authority,
    },
    ({ platform, actor }, { params: { id }, version, body }) =>
      renameAuthority(platform, actor, { authorityId: id, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...common,
      path: '/authorities/{id}/move',
      summary: '登记划转',
      body: MoveRequest,
      answer: Authority,
    },
    ({ platform, actor }, { params: { id }, version, body }) =>
      moveAuthority(platform, actor, { authorityId: id, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...common,
      path: '/authorities/{id}/merge',
      summary: '登记合并：本机关连同其他机关并入另一机关',
      body: MergeRequest,
      answer: ReorganisedAuthority,
    },
    ({ platform, actor }, { params: { id }, version, body: { others, into, ...when } }) =>
      mergeAuthorities(platform, actor, {
        authorities: [{ authorityId: id, version }, ...others],
        into: successor(into),
        ...when,
      }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...common,
      path: '/authorities/{id}/split',
      summary: '登记分设',
      body: SplitRequest,
      answer: z.array(ReorganisedAuthority).readonly(),
    },
    ({ platform, actor }, { params: { id }, version, body: { into, ...rest } }) =>
      splitAuthority(platform, actor, {
        authorityId: id,
        version,
        into: into.map(successor),
        ...defined(rest),
      }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...common,
      path: '/authorities/{id}/dissolve',
      summary: '登记撤销',
      body: DissolveRequest,
      answer: ReorganisedAuthority,
    },
    ({ platform, actor }, { params: { id }, version, body }) =>
      dissolveAuthority(platform, actor, { authorityId: id, version, ...body }),
  )
}

type Sent = z.output<typeof MergeRequest>['into']

function successor(sent: Sent) {
  return sent.kind === 'new' ? { ...sent, details: { ...defined(sent.details) } } : sent
}
