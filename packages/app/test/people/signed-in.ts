import assert from 'node:assert/strict'
import type { Platform } from '../../src/context.js'
import { acceptInvitation } from '../../src/people/accept-invitation.js'
import { invitePerson } from '../../src/people/invite-person.js'
import type { Role } from '../../src/rights/roles.js'
import { signIn } from '../../src/sessions/sign-in.js'
import type { Region } from '../support/platform.js'

export const PASSWORD = '竹影扫阶尘不动，月穿潭底'

let invited = 0

/** Somebody who was invited, accepted with PASSWORD, and can sign in. */
export async function newUser(
  { platform, administrator }: Region,
  role: Role,
  authorityId: string,
): Promise<{ readonly personId: string; readonly login: string }> {
  const login = `user${++invited}`
  const invitation = await invitePerson(platform, administrator, {
    login,
    name: `用户${invited}`,
    phone: null,
    email: `${login}@example.org`,
    assignments: [{ authorityId, role }],
  })
  assert.ok(invitation.ok)
  const accepted = await acceptInvitation(platform, {
    token: invitation.value.token,
    password: PASSWORD,
  })
  assert.ok(accepted.ok)
  return { login, personId: invitation.value.personId }
}

/** Signs in as a browser does. */
export function enter(
  platform: Platform,
  login: string,
  password = PASSWORD,
  code: string | null = null,
) {
  return signIn(platform, { login, password, code, address: '192.0.2.7', agent: '测试浏览器' })
}

/** The token of a session that began. */
export async function tokenOf(platform: Platform, login: string): Promise<string> {
  const entered = await enter(platform, login)
  assert.ok(entered.ok)
  return entered.value.token
}

/** The platform at a later time. */
export function later(platform: Platform, seconds: number): Platform {
  const at = new Date(platform.now().getTime() + seconds * 1000)
  return { ...platform, now: () => at }
}
