import { randomUUID } from 'node:crypto'
import {
  changeOwnContact,
  correctPerson,
  erasePerson,
  type Mail,
  type PersonWritten,
} from '@gongkai/app'
import { ok, type Refusal, type Result } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addPersonalRoute, addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { EraseRequest } from '../schemas/events.js'
import { Id } from '../schemas/parts.js'
import { CorrectRequest, OwnContactRequest, PersonErased } from '../schemas/people.js'

const params = z.object({ id: Id })

/** What is known of a person: put right by an administrator or, telephone and e-mail, by the person; and erased under a rule. */
export function addPersonsData(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'patch',
      path: '/people/{id}',
      summary: '更正人员的姓名、联系电话、电子邮箱',
      description: '邮箱有变的，向原邮箱发送通知。',
      params,
      body: CorrectRequest,
      isVersioned: true,
      answer: null,
    },
    async ({ platform, actor }, { params: { id }, body, version }) =>
      told(edge, await correctPerson(platform, actor, { personId: id, version, ...body })),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/contact',
      summary: '更改本人的联系电话、电子邮箱',
      description: '邮箱有变的，向原邮箱发送通知。',
      body: OwnContactRequest,
      isVersioned: true,
      answer: null,
    },
    async ({ platform, actor }, { body, version }) =>
      told(edge, await changeOwnContact(platform, actor, { version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/people/{id}/erase',
      summary: '依规清除离任人员的个人信息，不能恢复',
      params,
      body: EraseRequest,
      isVersioned: true,
      answer: PersonErased,
    },
    ({ platform, actor }, { params: { id }, body, version }) =>
      erasePerson(platform, actor, { personId: id, version, ...body }),
  )
}

/** The mail goes behind the answer: what was done stands, whether the old address still takes mail or not. */
function told<R extends Refusal>(edge: Edge, done: Result<PersonWritten, R>): Result<null, R> {
  if (!done.ok) return done
  const { former } = done.value
  if (former) {
    void edge.sendMail(toMail(former)).catch((fault) => edge.onFault(fault, 'former-address'))
  }
  return ok(null)
}

function toMail({ name, email }: NonNullable<PersonWritten['former']>): Mail {
  const text = `${name}：\n\n您在政府信息公开系统中登记的电子邮箱已经更改，今后的邮件不再发到本邮箱。\n不是您本人要求的，请立即与本机关的系统管理员联系。\n本邮件由系统自动发送，请勿回复。\n`
  return { id: randomUUID(), to: email, subject: '登记的电子邮箱已更改', text }
}
