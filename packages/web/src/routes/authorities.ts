import {
  addAuthority,
  changeAuthority,
  getAuthority,
  listAuthorities,
  pinyinOf,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import {
  AddAuthorityRequest,
  AuthoritiesQuery,
  Authority,
  AuthorityFile,
  AuthorityPage,
  AuthorityTree,
  ChangeAuthorityRequest,
  TreeQuery,
} from '../schemas/authorities.js'
import { Id } from '../schemas/parts.js'

const params = z.object({ id: Id })

/** Nodes of a tree; a province has fewer authorities that keep a register together. */
const MOST_NODES = 5000

/** `/authorities`: the register, adding to it and correcting it. */
export function addAuthorities(api: OpenAPIHono<Env>, edge: Edge): void {
  addLists(api, edge)
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/authorities/{id}',
      summary: '一个机关的登记信息和沿革',
      params,
      answer: AuthorityFile,
      versionOf: ({ authority }) => authority.version,
    },
    ({ platform, actor }, { params: { id } }) => getAuthority(platform, actor, id),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/authorities',
      summary: '增加机关',
      body: AddAuthorityRequest,
      status: 201,
      answer: Authority,
    },
    ({ platform, actor }, { body: { parentId, details, series } }) =>
      addAuthority(platform, actor, {
        parentId,
        details: defined(details),
        ...(series && { series }),
      }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'patch',
      path: '/authorities/{id}',
      summary: '更正机关信息',
      params,
      body: ChangeAuthorityRequest,
      isVersioned: true,
      answer: Authority,
    },
    ({ platform, actor }, { params: { id }, body: { details, ...more }, version }) =>
      changeAuthority(platform, actor, {
        authorityId: id,
        version,
        details: defined(details),
        ...defined(more),
      }),
  )
}

function addLists(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/authorities',
      summary: '机关，上级在前，下级紧随其后',
      query: AuthoritiesQuery,
      answer: AuthorityPage,
    },
    ({ platform, actor }, { query: { below, direct, q, ...rest } }) =>
      listAuthorities(platform, actor, {
        ...defined(rest),
        limit: rest.limit,
        ...(below && { below: { authorityId: below, isDirect: direct === true } }),
        ...(q && { search: q }),
      }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/authorities/tree',
      summary: '现有机关的树',
      query: TreeQuery,
      answer: AuthorityTree,
    },
    async ({ platform, actor }, { query: { below } }) => {
      const page = await listAuthorities(platform, actor, {
        state: 'existing',
        limit: MOST_NODES,
        ...(below && { below: { authorityId: below, isDirect: false } }),
      })
      if (!page.ok) return page
      const nodes = page.value.lines.map(
        ({ id, parentId, name, shortName, kind, subordinates }) => ({
          ...{ id, parentId, name, pinyin: pinyinOf(shortName ?? name), kind, subordinates },
        }),
      )
      return ok({ nodes, isComplete: page.value.next === null })
    },
  )
}
