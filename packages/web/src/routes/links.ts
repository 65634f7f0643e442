import { acceptInvitation, confirmEmail, readLink, resetPassword } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { addOpenRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import { tooOften } from '../edge/limits.js'
import { told } from '../edge/tell-former.js'
import type { Env } from '../http/answers.js'
import { LinkDone, LinkRequest, LinkState } from '../schemas/session.js'

const params = z.object({ token: z.string().max(200) })

/** `/links/{token}`: what a link is for, and what is done by it: setting the password, confirming an address. */
export function addLinks(api: OpenAPIHono<Env>, edge: Edge): void {
  const stopped = (c: Context<Env>) =>
    tooOften(c, edge, 'link', networkOf(clientAddress(c, edge.trustedProxies) ?? ''))

  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/links/{token}',
      summary: '链接的用途：邀请，重设密码，或者确认邮箱',
      params,
      answer: LinkState,
      also: [410],
    },
    async ({ params: { token } }, c) => {
      const often = await stopped(c)
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      const link = await readLink(ready.value, token)
      if (!link.ok) return link
      return ok({ ...link.value, expiresAt: link.value.expiresAt.toISOString() })
    },
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/links/{token}',
      summary: '用链接设置密码，然后登录',
      params,
      body: LinkRequest,
      answer: LinkDone,
      also: [410],
    },
    async ({ params: { token }, body: { password } }, c) => {
      const often = await stopped(c)
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      const link = await readLink(ready.value, token)
      if (!link.ok) return link
      const { purpose, login } = link.value
      const use = purpose === 'invitation' ? acceptInvitation : resetPassword
      const done = await use(ready.value, { token, password })
      return done.ok ? ok({ login }) : done
    },
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/links/{token}/confirm',
      summary: '用链接确认本人的新邮箱，此后邮件发到该邮箱',
      description: '向原邮箱发送通知。',
      params,
      answer: null,
      also: [410],
    },
    async ({ params: { token } }, c) => {
      const often = await stopped(c)
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      return told(edge, await confirmEmail(ready.value, { token }))
    },
  )
}
