import { randomUUIDv7 } from 'node:crypto'
import type { Platform } from '../context.js'
import type { Work } from '../storage/transact.js'
import { homeOf } from './self.js'
import { sessionEnd } from './session-time.js'
import { hashOf, newToken } from './token.js'

/** Where somebody signs in: network address and browser, as the list of sessions shows them. */
export type FromWhere = { readonly address: string | null; readonly agent: string | null }

/** A session that has begun. */
export type SignedIn = {
  /** For the browser alone; it is not kept. */
  readonly token: string
  readonly personId: string
}

/** Begins the session of a person who has proved to be that; `detail` says how. */
export async function beginSession(
  { tx, record }: Work,
  platform: Platform,
  personId: string,
  { address, agent }: FromWhere,
  detail: Readonly<Record<string, unknown>>,
): Promise<SignedIn> {
  const token = newToken()
  const id = randomUUIDv7()
  const at = platform.now()
  await tx
    .insertInto('session')
    .values({
      tenant_id: platform.tenantId,
      id,
      token_hash: hashOf(token),
      person_id: personId,
      created_at: at,
      seen_at: at,
      expires_at: sessionEnd(at),
      ended_at: null,
      ended_why: null,
      address,
      agent,
    })
    .execute()
  record({
    as: null,
    name: 'signedIn',
    subject: { kind: 'session', id },
    authorityId: await homeOf(tx, personId),
    detail,
  })
  return { token, personId }
}
