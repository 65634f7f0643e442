import assert from 'node:assert/strict'
import { ok, type Result } from '@gongkai/law'
import type { Actor } from '../../../src/context.js'
import { changePassword } from '../../../src/sessions/change-password.js'
import { endAllSessions, endSession } from '../../../src/sessions/end-sessions.js'
import { listSessions } from '../../../src/sessions/list-sessions.js'
import { hashPassword } from '../../../src/sessions/password-hash.js'
import { self } from '../../../src/sessions/self.js'
import { keepPassword } from '../../../src/sessions/set-password.js'
import {
  confirmTimeCodes,
  endTimeCodes,
  startTimeCodes,
} from '../../../src/sessions/use-time-codes.js'
import { transact } from '../../../src/storage/transact.js'
import { enter, PASSWORD } from '../../people/signed-in.js'
import type { Tree } from '../../people/tree.js'
import type { Expectation } from '../expectation.js'

let kept: Promise<string> | undefined

/** Gives the actor PASSWORD. */
export async function withPassword({ platform }: Tree, { personId }: Actor): Promise<string> {
  kept ??= hashPassword(PASSWORD)
  const hash = await kept
  const { value } = await transact(platform, self(personId), async ({ tx }) => {
    await keepPassword(tx, platform, personId, hash)
    const row = await tx
      .selectFrom('person')
      .select('login')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    return ok(row.login)
  })
  return value
}

/** Expected: every one of these takes the place of a person's own thing, and finds nothing of anybody else. */
export const SESSIONS: readonly Expectation[] = [
  {
    useCase: 'listSessions',
    may: 'self',
    attempt: ({ platform }, actor) => listSessions(platform, actor),
  },
  {
    useCase: 'endSession',
    may: 'self',
    async attempt(tree, actor) {
      const entered = await enter(tree.platform, await withPassword(tree, actor))
      const listed = await listSessions(tree.platform, actor)
      const [session] = listed.ok ? listed.value : []
      assert.ok(entered.ok && session)
      return endSession(tree.platform, actor, { sessionId: session.id })
    },
  },
  {
    useCase: 'endAllSessions',
    may: 'self',
    attempt: ({ platform }, actor) => endAllSessions(platform, actor),
  },
  {
    useCase: 'changePassword',
    may: 'self',
    async attempt(tree, actor) {
      await withPassword(tree, actor)
      const password = '落霞孤鹜齐飞，秋水长天一色'
      return changePassword(tree.platform, actor, { old: PASSWORD, password })
    },
  },
  {
    useCase: 'startTimeCodes',
    may: 'self',
    async attempt(tree, actor) {
      await withPassword(tree, actor)
      return startTimeCodes(tree.platform, actor, { password: PASSWORD })
    },
  },
  {
    useCase: 'confirmTimeCodes',
    may: 'self',
    attempt: async ({ platform }, actor) =>
      expects('time-codes.wrong', await confirmTimeCodes(platform, actor, { code: '' })),
  },
  {
    useCase: 'endTimeCodes',
    may: 'self',
    async attempt(tree, actor) {
      await withPassword(tree, actor)
      return endTimeCodes(tree.platform, actor, { password: PASSWORD })
    },
  },
]

/** A refusal for want of what the command needs, not of a right. */
export function expects(code: string, result: Result<unknown>): Result<unknown> {
  return !result.ok && result.refusal.code === code ? ok(null) : result
}
