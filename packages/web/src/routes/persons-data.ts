import { randomUUID } from 'node:crypto'
import {
  type OwnContactChanged as Changed,
  changeOwnContact,
  correctPerson,
  erasePerson,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addPersonalRoute, addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { told } from '../edge/tell-former.js'
import type { Env } from '../http/answers.js'
import { EraseRequest } from '../schemas/events.js'
import { Id } from '../schemas/parts.js'
import {
  CorrectRequest,
  OwnContactChanged,
  OwnContactRequest,
  PersonErased,
} from '../schemas/people.js'

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
      description:
        '新邮箱收到确认链接，打开并确认后才生效（见 /links/{token}/confirm）；去掉邮箱的，立即生效，并向原邮箱发送通知。',
      body: OwnContactRequest,
      isVersioned: true,
      answer: OwnContactChanged,
    },
    async ({ platform, actor }, { body, version }) => {
      const done = await changeOwnContact(platform, actor, { version, ...body })
      if (!done.ok) return done
      const { confirm } = done.value
      if (confirm) {
        void askToConfirm(edge, confirm).catch((fault) => edge.onFault(fault, 'new-address'))
      }
      told(edge, done)
      return ok({ toConfirm: confirm?.email ?? null })
    },
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

/** A mail with the link goes to the new address, which is that of the person once it is opened. */
async function askToConfirm(
  edge: Edge,
  { name, email, token }: NonNullable<Changed['confirm']>,
): Promise<void> {
  const link = `${edge.publicUrl()}/console/links/${token}`
  const text = `${name}：\n\n您在政府信息公开系统中申请将电子邮箱改为本邮箱。请在三天内打开以下链接确认，链接只能使用一次：\n${link}\n\n确认以前，邮件仍发到原邮箱。不是您本人申请的，不必理会。\n本邮件由系统自动发送，请勿回复。\n`
  await edge.sendMail({ id: randomUUID(), to: email, subject: '确认电子邮箱', text })
}
