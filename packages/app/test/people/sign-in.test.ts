import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { type KyselyPlugin, sql } from 'kysely'
import type { Platform } from '../../src/context.js'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { changePassword } from '../../src/sessions/change-password.js'
import { endAllSessions, endSession } from '../../src/sessions/end-sessions.js'
import { listSessions } from '../../src/sessions/list-sessions.js'
import { askForReset, makeResetLink, resetPassword } from '../../src/sessions/reset-password.js'
import { self } from '../../src/sessions/self.js'
import { codeOf } from '../../src/sessions/time-codes.js'
import {
  confirmTimeCodes,
  endTimeCodes,
  startTimeCodes,
} from '../../src/sessions/use-time-codes.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import { ANY_SERVER } from '../support/servers.js'
import { eventsOf, codeOf as refusalOf } from './look.js'
import { enter, later, newUser, PASSWORD, tokenOf } from './signed-in.js'

const NEW_PASSWORD = '潮平两岸阔，风正一帆悬挂'

// The servers do not know of each other: both are tried at the same time.
describe('登录', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      const user = async () => {
        const region = await newRegion(server)
        const { founded } = region
        return { region, ...(await newUser(region, 'leader', founded.authorityId)) }
      }

      it('登录名和密码正确的，开始一次登录，并带有今天的全部职责', async () => {
        const { region, personId, login } = await user()
        const entered = await enter(region.platform, login)
        assert.ok(entered.ok)
        assert.equal(entered.value.token.length, 43)
        const found = await actorOfSession(region.platform, entered.value.token)
        assert.deepEqual(found?.actor, {
          personId,
          holdings: [{ role: 'leader', authorityId: region.founded.authorityId, onBehalfOf: null }],
        })
        const { rows } = await sql<{ text: string }>`
        select string_agg(s::text, '') as text from session s`.execute(region.platform.db)
        assert.ok(!rows[0]?.text?.includes(entered.value.token))
        await region.close()
      })

      it('登录名不存在、密码不对、验证码不对、已停用，答复一字不差', async () => {
        const { region, login } = await user()
        const { platform } = region
        const other = await newUser(region, 'leader', region.founded.authorityId)
        await startCodes(region, other.personId)
        const blocked = await newUser(region, 'leader', region.founded.authorityId)
        await asAdministrator(region, async (tx) => {
          await tx
            .updateTable('person')
            .set({ state: 'blocked' })
            .where('id', '=', blocked.personId)
            .execute()
        })
        const answers = [
          await enter(platform, 'nobody'),
          await enter(platform, login, `${PASSWORD}。`),
          await enter(platform, other.login),
          await enter(platform, other.login, PASSWORD, '000000'),
          await enter(platform, blocked.login),
        ]
        assert.ok(answers[0] && !answers[0].ok && answers[0].refusal.code === 'sign-in.failed')
        for (const answer of answers) assert.deepEqual(answer, answers[0])
        await region.close()
      })

      it('连续五次输错，等候一分钟，其间正确的密码也不行；再错一次，等候两分钟', async () => {
        const { region, login, personId } = await user()
        const { platform } = region
        const wrong = (seconds: number) =>
          enter(later(platform, seconds), login, '不是这个密码不是这个')
        const right = async (seconds: number) => (await enter(later(platform, seconds), login)).ok
        for (let tries = 0; tries < 5; tries++) await wrong(0)
        assert.equal(await right(59), false)
        await wrong(60)
        assert.equal(await right(60 + 119), false)
        const entered = await enter(later(platform, 60 + 120), login)
        assert.ok(entered.ok && entered.value.failures === 6)
        const told = await eventsOf(region, personId)
        assert.deepEqual(
          told.filter(({ name }) => name.startsWith('signIn')).map(({ name }) => name),
          [
            ...Array(4).fill('signInFailed'),
            ...['signInLocked', 'signInRefused', 'signInLocked', 'signInRefused'],
          ],
        )
        // Who tried is not known.
        assert.deepEqual(
          [
            ...new Set(
              told.filter(({ name }) => name.startsWith('signIn')).map((one) => one.personId),
            ),
          ],
          [null],
        )
        await region.close()
      })

      it('登录名不存在、密码不对、已停用、须等候的，数据库所做的事一样多', async () => {
        const { region, login } = await user()
        const blocked = await newUser(region, 'leader', region.founded.authorityId)
        await asAdministrator(region, async (tx) => {
          const state = { state: 'blocked' }
          await tx.updateTable('person').set(state).where('id', '=', blocked.personId).execute()
        })
        const waits = await newUser(region, 'leader', region.founded.authorityId)
        for (let tries = 0; tries < 5; tries++) await enter(region.platform, waits.login, '不对')
        const kinds: (readonly string[])[] = []
        for (const one of ['nobody', login, blocked.login, waits.login]) {
          const { platform, seen } = watched(region.platform)
          assert.ok(!(await enter(platform, one, '不是这个密码不是这个')).ok)
          kinds.push(seen)
        }
        assert.ok(kinds[0]?.filter((kind) => /Insert|Update/.test(kind)).length === 3)
        for (const seen of kinds) assert.deepEqual(seen, kinds[0])
        await region.close()
      })

      it('同时猜测不能绕过等候', async () => {
        const { region, login } = await user()
        const guesses = Array.from({ length: 7 }, () =>
          enter(region.platform, login, '同时猜测的密码是不对的'),
        )
        await Promise.all(guesses)
        assert.equal((await enter(region.platform, login)).ok, false)
        await region.close()
      })

      it('登录后错误次数清零', async () => {
        const { region, login } = await user()
        for (let tries = 0; tries < 4; tries++)
          await enter(region.platform, login, '不是这个密码不是这个')
        assert.ok((await enter(region.platform, login)).ok)
        for (let tries = 0; tries < 4; tries++)
          await enter(region.platform, login, '不是这个密码不是这个')
        assert.ok((await enter(region.platform, login)).ok)
        await region.close()
      })

      it('动态验证码在首个正确的码之后才索要，用过的不能再用', async () => {
        const { region, login, personId } = await user()
        const { platform } = region
        const { started, code } = await startCodes(region, personId, false)
        assert.match(started.uri, /^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&/)
        assert.ok((await enter(platform, login)).ok, '未确认前不索要')
        assert.equal((await confirmTimeCodes(platform, self(personId), { code: 'x' })).ok, false)
        assert.ok((await confirmTimeCodes(platform, self(personId), { code: code(0) })).ok)
        assert.equal((await enter(platform, login, PASSWORD, code(0))).ok, false, '确认时用过')
        assert.ok((await enter(platform, login, PASSWORD, code(30))).ok, '时钟快三十秒')
        assert.equal((await enter(platform, login, PASSWORD, code(30))).ok, false, '用过')
        assert.equal((await enter(platform, login, PASSWORD, code(60))).ok, false, '太早')
        assert.ok((await enter(later(platform, 60), login, PASSWORD, code(60))).ok)
        assert.equal(
          (await startTimeCodes(platform, self(personId), { password: PASSWORD })).ok,
          false,
        )
        assert.ok((await endTimeCodes(platform, self(personId), { password: PASSWORD })).ok)
        assert.ok((await enter(later(platform, 60), login)).ok)
        await region.close()
      })

      it('动态验证码的密钥封存，数据库中读不出来', async () => {
        const { region, personId } = await user()
        const { started } = await startCodes(region, personId)
        const { value } = await transact(region.platform, self(personId), async ({ tx }) => {
          return ok(await tx.selectFrom('credential').select('totp').executeTakeFirstOrThrow())
        })
        assert.ok(value.totp && !value.totp.includes(started.secret))
        await region.close()
      })

      it('一小时不用的登录结束，用着的满十二小时结束', async () => {
        const { region, login } = await user()
        const { platform } = region
        const hour = 3600
        const idle = await tokenOf(platform, login)
        const isOpen = async (token: string, seconds: number) =>
          (await actorOfSession(later(platform, seconds), token)) !== null
        assert.equal(await isOpen(idle, hour - 1), true)
        assert.equal(await isOpen(idle, 2 * hour - 2), true, '刚才用过')
        assert.equal(await isOpen(idle, 3 * hour - 2), false)
        const busy = await tokenOf(platform, login)
        for (let half = 1; half < 24; half++)
          assert.equal(await isOpen(busy, (half * hour) / 2), true)
        assert.equal(await isOpen(busy, 12 * hour), false)
        await region.close()
      })

      it('列出自己的登录，结束其中一个，结束全部', async () => {
        const { region, login, personId } = await user()
        const { platform } = region
        const tokens = [
          await tokenOf(platform, login),
          await tokenOf(platform, login),
          await tokenOf(platform, login),
        ]
        const other = await newUser(region, 'leader', region.founded.authorityId)
        const otherToken = await tokenOf(platform, other.login)
        const listed = await listSessions(platform, self(personId))
        assert.ok(listed.ok)
        assert.equal(listed.value.length, 3)
        assert.deepEqual(listed.value.map(({ address, agent }) => [address, agent])[0], [
          '192.0.2.7',
          '测试浏览器',
        ])
        const first = await actorOfSession(platform, tokens[0] ?? '')
        assert.ok(first)
        const foreign = await actorOfSession(platform, otherToken)
        assert.equal(
          (await endSession(platform, self(personId), { sessionId: foreign?.sessionId ?? '' })).ok,
          false,
        )
        assert.ok((await endSession(platform, first.actor, first)).ok)
        assert.equal((await endSession(platform, first.actor, first)).ok, false)
        assert.equal(await actorOfSession(platform, tokens[0] ?? ''), null)
        assert.deepEqual(await endAllSessions(platform, self(personId)), {
          ok: true,
          value: { ended: 2 },
        })
        assert.equal(await actorOfSession(platform, tokens[1] ?? ''), null)
        assert.notEqual(await actorOfSession(platform, otherToken), null)
        await region.close()
      })

      it('新密码与原密码相同的，修改、重设都不接受', async () => {
        const { region, personId } = await user()
        const { platform, administrator } = region
        const same = { old: PASSWORD, password: PASSWORD }
        assert.equal(
          refusalOf(await changePassword(platform, self(personId), same)),
          'password.same',
        )
        const link = await makeResetLink(platform, administrator, { personId, reason: '忘记密码' })
        assert.ok(link.ok)
        const command = { token: link.value.token, password: PASSWORD }
        assert.equal(refusalOf(await resetPassword(platform, command)), 'password.same')
        assert.ok((await resetPassword(platform, { ...command, password: NEW_PASSWORD })).ok)
        await region.close()
      })

      it('修改密码要原密码，并在各处退出', async () => {
        const { region, login, personId } = await user()
        const { platform } = region
        const token = await tokenOf(platform, login)
        const change = (old: string, password: string) =>
          changePassword(platform, self(personId), { old, password })
        const codes = [
          await change('不是原来的那个密码', NEW_PASSWORD),
          await change(PASSWORD, '云岭县人民政府20260105'),
          await change(PASSWORD, NEW_PASSWORD),
        ].map((result) => (result.ok ? null : result.refusal.code))
        assert.deepEqual(codes, ['password.wrong', 'password.guessable', null])
        assert.equal(await actorOfSession(platform, token), null)
        assert.equal((await enter(platform, login)).ok, false)
        assert.ok((await enter(platform, login, NEW_PASSWORD)).ok)
        await region.close()
      })

      it('重设链接：登录名存在与否答复相同，十分钟内不重复发信，一小时有效，只能用一次', async () => {
        const { region, login } = await user()
        const { platform } = region
        assert.deepEqual(await askForReset(platform, { login: 'nobody' }), { mail: null })
        const { mail } = await askForReset(platform, { login })
        assert.ok(mail?.email === `${login}@example.org`)
        assert.deepEqual(await askForReset(later(platform, 599), { login }), { mail: null })
        const again = await askForReset(later(platform, 601), { login })
        assert.ok(again.mail)
        const use = (link: string, seconds: number) =>
          resetPassword(later(platform, seconds), { token: link, password: NEW_PASSWORD })
        assert.equal((await use(mail.token, 3600)).ok, false, '过期')
        const session = await tokenOf(platform, login)
        assert.ok((await use(again.mail.token, 700)).ok)
        assert.equal((await use(again.mail.token, 700)).ok, false, '用过')
        assert.equal((await use(mail.token, 700)).ok, false, '其余链接随之失效')
        assert.equal(await actorOfSession(platform, session), null)
        assert.ok((await enter(later(platform, 700), login, NEW_PASSWORD)).ok)
        await region.close()
      })

      it('管理员发的重设链接也停用动态验证码；本人申请的不停用', async () => {
        const { region, login, personId } = await user()
        const { platform, administrator } = region
        await startCodes(region, personId)
        const { mail } = await askForReset(platform, { login })
        await resetPassword(platform, { token: mail?.token ?? '', password: NEW_PASSWORD })
        assert.equal((await enter(platform, login, NEW_PASSWORD)).ok, false)
        const made = await makeResetLink(platform, administrator, { personId, reason: '手机遗失' })
        assert.ok(made.ok)
        await resetPassword(platform, { token: made.value.token, password: PASSWORD })
        assert.ok((await enter(platform, login)).ok)
        await region.close()
      })
    })
  }
})

/** Starts time codes for somebody; confirmed unless told otherwise. `code` is that of so many seconds from now. */
async function startCodes({ platform }: Region, personId: string, confirmed = true) {
  const made = await startTimeCodes(platform, self(personId), { password: PASSWORD })
  assert.ok(made.ok)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...made.value.secret].map((one) =>
    letters.indexOf(one).toString(2).padStart(5, '0'),
  )
  const secret = Buffer.from(
    (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)),
  )
  const code = (seconds: number) =>
    codeOf(secret, Math.floor((platform.now().getTime() / 1000 + seconds) / 30))
  if (confirmed) {
    assert.ok((await confirmTimeCodes(platform, self(personId), { code: code(0) })).ok)
  }
  return { started: made.value, code }
}

type Tx = Parameters<Parameters<typeof transact>[2]>[0]['tx']

async function asAdministrator(region: Region, work: (tx: Tx) => Promise<void>): Promise<void> {
  await transact(region.platform, region.administrator, async ({ tx }) => {
    await work(tx)
    return ok(null)
  })
}

/** The platform, and the kinds of the statements that it sends. */
function watched(platform: Platform): { platform: Platform; seen: string[] } {
  const seen: string[] = []
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      seen.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { platform: { ...platform, db: platform.db.withPlugin(plugin) }, seen }
}
