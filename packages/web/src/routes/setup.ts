import { type LoadProgress, loadDemonstration, setUp } from '@gongkai/app'
import { ok } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addOpenRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import { tooOften } from '../edge/limits.js'
import type { Env } from '../http/answers.js'
import { Me } from '../schemas/session.js'
import {
  DemonstrationLoaded,
  DemonstrationRequest,
  SetUpProgress,
  SetUpRequest,
  SetUpState,
} from '../schemas/setup.js'
import { begin } from './session.js'

/** `/setup`: whether the installation waits to be set up, and the set-up itself, which signs in. */
export function addSetUp(api: OpenAPIHono<Env>, edge: Edge): void {
  const { ground } = edge
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/setup',
      summary: '是否需要设置',
      answer: SetUpState,
      isBeforeSetUp: true,
    },
    async () => {
      const opened = ground.open()
      return opened.ok ? ok({ needed: (await opened.value.tenantId()) === null }) : opened
    },
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/setup',
      summary: '设置：地区、主管机关、第一名系统管理员；完成后即为登录',
      body: SetUpRequest,
      answer: Me,
    },
    async ({ body }, c) => {
      const address = clientAddress(c, edge.trustedProxies)
      const often = await tooOften(c, edge, 'set-up', networkOf(address ?? ''))
      if (often) return often
      const opened = ground.open()
      if (!opened.ok) return opened
      const founded = await setUp(opened.value.base, ground.code, body)
      if (!founded.ok) return founded
      const { login, password } = body.administrator
      const ready = await ground.platform()
      if (!ready.ok) return ready
      return begin(c, edge, ready.value, { login, password, code: null, address })
    },
  )
  addDemonstration(api, edge)
}

/** `/setup/demonstration`: an invented county instead, with how far its loading is. */
function addDemonstration(api: OpenAPIHono<Env>, edge: Edge): void {
  const { ground } = edge
  let progress: LoadProgress | null = null
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/setup/progress',
      summary: '演示数据装载到哪一步；没有在装载的为空',
      answer: SetUpProgress,
      isBeforeSetUp: true,
    },
    async () => ok({ progress }),
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/setup/demonstration',
      summary: '设置为演示数据：虚构的一个县；完成后即以系统管理员登录',
      description:
        '答复中有全部演示人员共用的密码，登录后应当更改。装载需要一到几分钟，进度见 /setup/progress；中途停止的不留下任何内容，可以重新装载。',
      body: DemonstrationRequest,
      answer: DemonstrationLoaded,
    },
    async ({ body: { code } }, c) => {
      const address = clientAddress(c, edge.trustedProxies)
      const often = await tooOften(c, edge, 'set-up', networkOf(address ?? ''))
      if (often) return often
      const opened = ground.open()
      if (!opened.ok) return opened
      const { base, files } = opened.value
      const tell = (now: LoadProgress) => {
        progress = now
      }
      const loaded = await loadDemonstration(base, ground.code, { code, files, progress: tell })
      progress = null
      if (!loaded.ok) return loaded
      const ready = await ground.platform()
      if (!ready.ok) return ready
      const { password, people } = loaded.value
      const login = people[0]?.login ?? ''
      const me = await begin(c, edge, ready.value, { login, password, code: null, address })
      return me.ok ? ok({ me: me.value, password, people }) : me
    },
  )
}
