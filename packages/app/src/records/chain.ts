import { createHash } from 'node:crypto'
import type { LoggedEvent } from './event.js'

/** What the first event of a region follows. */
export const GENESIS = '0'.repeat(64)

/** The digest of an event, in hex: SHA-256 over its values in this order as a JSON array. It covers the digest before it, and of personal data only their salted digest. */
export function eventDigest(event: Omit<LoggedEvent, 'digest'>): string {
  const values = [
    'gongkai-event-1',
    event.tenantId,
    event.seq,
    event.id,
    event.happenedAt,
    event.personId,
    event.onBehalfOf,
    event.role,
    event.authorityId,
    event.name,
    event.subjectKind,
    event.subjectId,
    event.reason,
    event.detail,
    event.payloadDigest,
    event.previous,
  ]
  return sha256(JSON.stringify(values))
}

/** The salted digest of personal data: without the salt, which is erased with them, nothing can be guessed from it. */
export function payloadDigest(salt: string, text: string): string {
  return sha256(`${salt}\n${text}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
