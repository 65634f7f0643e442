import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { homeOf } from './self.js'

/** Why sessions end before their time. */
export type EndedWhy = 'signedOut' | 'rightsChanged' | 'blocked' | 'passwordChanged'

/** Ends one of the own sessions: this one or another. Refused where it is over. */
export async function endSession(
  platform: Platform,
  actor: Actor,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<null, Refusal<'session.not-found'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const { numUpdatedRows } = await ownOpen(tx, platform, actor.personId, 'signedOut')
      .where('id', '=', sessionId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return OVER
    record({
      as: null,
      name: 'signedOut',
      subject: { kind: 'session', id: sessionId },
      authorityId: await homeOf(tx, actor.personId),
      detail: {},
    })
    return ok(null)
  })
}

const OVER = refuse('session.not-found', '该登录已经结束，不必再退出。请刷新列表。')

/** Signs out everywhere, here included. Returns how many sessions that were. */
export async function endAllSessions(
  platform: Platform,
  actor: Actor,
): Promise<Result<{ readonly ended: number }, never>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const ended = await signOutEverywhere(tx, platform, actor.personId, 'signedOut')
    record({
      as: null,
      name: 'signedOutEverywhere',
      subject: { kind: 'person', id: actor.personId },
      authorityId: await homeOf(tx, actor.personId),
      detail: { ended },
    })
    return ok({ ended })
  })
}

/** Ends every session of a person within a command that changes what the person may do. Returns how many that were. */
export async function signOutEverywhere(
  tx: Transaction<Schema>,
  platform: Platform,
  personId: string,
  why: EndedWhy,
): Promise<number> {
  const { numUpdatedRows } = await ownOpen(tx, platform, personId, why).executeTakeFirst()
  return Number(numUpdatedRows)
}

function ownOpen(tx: Transaction<Schema>, { now }: Platform, personId: string, why: EndedWhy) {
  return tx
    .updateTable('session')
    .set({ ended_at: now(), ended_why: why })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
}
