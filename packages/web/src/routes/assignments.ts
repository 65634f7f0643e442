import {
  appointDeputy,
  endAssignment,
  endDeputation,
  giveAssignment,
  setSection,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  AssignmentGiven,
  AssignmentRequest,
  DeputationMade,
  DeputationRequest,
  EndRequest,
  ReasonRequest,
  SectionRequest,
} from '../schemas/people.js'

const params = z.object({ id: Id })

/** `/assignments` and `/deputations`: who holds which role, and who stands in. */
export function addAssignments(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/assignments',
      summary: '分配职责',
      body: AssignmentRequest,
      status: 201,
      answer: AssignmentGiven,
    },
    ({ platform, actor }, { body: { since, ...body } }) =>
      giveAssignment(platform, actor, { ...body, ...(since && { since }) }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/assignments/{id}/section',
      summary: '写明所在科室（内设机构）；职责和权限不变',
      params,
      body: SectionRequest,
      isVersioned: true,
      answer: null,
    },
    ({ platform, actor }, { params: { id }, body, version }) =>
      setSection(platform, actor, { assignmentId: id, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/assignments/{id}/end',
      summary: '收回职责',
      params,
      body: EndRequest,
      isVersioned: true,
      answer: null,
    },
    ({ platform, actor }, { params: { id }, body: { lastDay, reason }, version }) =>
      endAssignment(platform, actor, {
        assignmentId: id,
        version,
        reason,
        ...(lastDay && { lastDay }),
      }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/assignments/{id}/deputations',
      summary: '指定代理人',
      params,
      body: DeputationRequest,
      status: 201,
      answer: DeputationMade,
    },
    ({ platform, actor }, { params: { id }, body }) =>
      appointDeputy(platform, actor, { assignmentId: id, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/deputations/{id}/end',
      summary: '终止代理',
      params,
      body: ReasonRequest,
      answer: null,
    },
    ({ platform, actor }, { params: { id }, body }) =>
      endDeputation(platform, actor, { deputationId: id, ...body }),
  )
}
