import { randomUUID } from 'node:crypto'
import { askForReset, changePassword, type Mail, type Platform, type ResetMail } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addOpenRoute, addPersonalRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import { tooOften } from '../edge/limits.js'
import { dropSession } from '../edge/session-cookie.js'
import type { Env } from '../http/answers.js'
import { PasswordRequest, ResetRequest } from '../schemas/session.js'

/** `/password` and `/password-reset`. */
export function addPasswords(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/password',
      summary: '修改本人密码',
      description: '完成后各处的登录全部结束，包括本次登录。',
      body: PasswordRequest,
      answer: null,
    },
    async ({ platform, actor }, { body }, c) => {
      const changed = await changePassword(platform, actor, body)
      if (changed.ok) dropSession(c, edge)
      return changed
    },
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/password-reset',
      summary: '申请重设密码',
      description: '有无此登录名答复都一样；有的，链接发到登记的邮箱。',
      body: ResetRequest,
      status: 202,
      answer: z.object({}),
    },
    async ({ body }, c) => {
      const address = networkOf(clientAddress(c, edge.trustedProxies) ?? '')
      const often = await tooOften(c, edge, 'reset', address, body.login)
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      // Behind the answer, so that its time tells nothing either.
      void sendReset(edge, ready.value, body.login).catch((fault) =>
        edge.onFault(fault, 'password-reset'),
      )
      return ok({})
    },
  )
}

async function sendReset(edge: Edge, platform: Platform, login: string): Promise<void> {
  const { mail } = await askForReset(platform, { login })
  if (mail) await edge.sendMail(toMail(mail, `${edge.publicUrl()}/console/links/${mail.token}`))
}

function toMail({ email, name }: ResetMail, link: string): Mail {
  const text = `${name}：\n\n请在一小时内打开以下链接重新设置密码，链接只能使用一次：\n${link}\n\n不是您本人申请的，不必理会，密码不会改变。\n本邮件由系统自动发送，请勿回复。\n`
  return { id: randomUUID(), to: email, subject: '重新设置密码', text }
}
