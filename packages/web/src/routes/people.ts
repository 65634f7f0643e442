import {
  blockPerson,
  getPerson,
  handOver,
  inviteAgain,
  invitePerson,
  type Link,
  listPeople,
  makeResetLink,
  unblockPerson,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { fromCursor, toCursor } from '../edge/people-cursor.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  HandedLink,
  HandedOver,
  HandOverRequest,
  Invited,
  InviteRequest,
  PeoplePage,
  PeopleQuery,
  Person,
  ReasonRequest,
} from '../schemas/people.js'

const params = z.object({ id: Id })

/** `/people`: who works where; inviting, blocking, and handing over. */
export function addPeople(api: OpenAPIHono<Env>, edge: Edge): void {
  addReading(api, edge)
  addInviting(api, edge)
  addBlocking(api, edge)
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/people/{id}/hand-over',
      summary: '把在一个机关的职责和未办结的工作移交给接替的人',
      params,
      body: HandOverRequest,
      answer: HandedOver,
      also: [412],
    },
    ({ platform, actor }, { params: { id: from }, body }) =>
      handOver(platform, actor, { ...body, from }),
  )
}

function addReading(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/people',
      summary: '一个机关及其下级的人员',
      query: PeopleQuery,
      answer: PeoplePage,
    },
    async ({ platform, actor }, { query: { authorityId, q, after, limit, total } }) => {
      const cursor = fromCursor(after)
      if (!cursor.ok) return cursor
      const asked = {
        authorityId,
        search: q || null,
        after: cursor.value,
        limit,
        total: total === true,
      }
      const page = await listPeople(platform, actor, asked)
      if (!page.ok) return page
      return ok({ ...page.value, next: toCursor(page.value.next) })
    },
  )
  addStaffRoute(
    api,
    edge,
    { method: 'get', path: '/people/{id}', summary: '一名人员', params, answer: Person },
    ({ platform, actor }, { params: { id } }) => getPerson(platform, actor, { personId: id }),
  )
}

function addInviting(api: OpenAPIHono<Env>, edge: Edge): void {
  const handed = ({ token, expiresAt }: Link) => ({
    link: `${edge.publicUrl()}/console/links/${token}`,
    expiresAt: expiresAt.toISOString(),
  })
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/people',
      summary: '邀请人员',
      description: '链接只在这次答复中给出，请转交本人。',
      body: InviteRequest,
      status: 201,
      answer: Invited,
    },
    async ({ platform, actor }, { body }) => {
      const invited = await invitePerson(platform, actor, body)
      if (!invited.ok) return invited
      return ok({ personId: invited.value.personId, ...handed(invited.value) })
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/people/{id}/invite-again',
      summary: '重新邀请',
      params,
      answer: HandedLink,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const link = await inviteAgain(platform, actor, { personId: id })
      return link.ok ? ok(handed(link.value)) : link
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/people/{id}/reset-link',
      summary: '为不能登录的人员生成重设密码的链接',
      params,
      body: ReasonRequest,
      answer: HandedLink,
    },
    async ({ platform, actor }, { params: { id }, body }) => {
      const link = await makeResetLink(platform, actor, { personId: id, ...body })
      return link.ok ? ok(handed(link.value)) : link
    },
  )
}

function addBlocking(api: OpenAPIHono<Env>, edge: Edge): void {
  const ways = [
    ['block', '停用人员', blockPerson],
    ['unblock', '恢复人员', unblockPerson],
  ] as const
  for (const [name, summary, change] of ways) {
    addStaffRoute(
      api,
      edge,
      {
        method: 'post',
        path: `/people/{id}/${name}`,
        summary,
        params,
        body: ReasonRequest,
        isVersioned: true,
        answer: null,
      },
      ({ platform, actor }, { params: { id }, body, version }) =>
        change(platform, actor, { personId: id, version, ...body }),
    )
  }
}
