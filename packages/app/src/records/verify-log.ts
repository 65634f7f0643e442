import { eventDigest, GENESIS, payloadDigest } from './chain.js'
import type { LoggedEvent, LoggedPayload } from './event.js'

/** One line of an exported log. */
export type LogLine = { readonly event: LoggedEvent; readonly payload: LoggedPayload | null }

/** Where a chain is broken first, and how. */
export type BrokenLink = {
  readonly seq: number
  readonly kind:
    | 'event-changed'
    | 'event-missing'
    | 'link-broken'
    | 'personal-data-changed'
    | 'personal-data-missing'
}

export type Verdict = {
  readonly events: number
  /** The digest of the last event: whoever noted it elsewhere sees by it that nothing was cut off. */
  readonly head: string
  readonly broken: BrokenLink | null
  readonly erased: readonly { readonly seq: number; readonly on: string; readonly under: string }[]
  /** Events whose personal data were not opened: their digest stands unproved. */
  readonly closed: number
}

/** Follows the chain of an exported log from its first event; needs no database and no key, and stops at the first broken link. */
export async function verifyLog(
  lines: AsyncIterable<LogLine> | Iterable<LogLine>,
): Promise<Verdict> {
  const state = { events: 0, head: GENESIS, closed: 0 }
  const erased: { seq: number; on: string; under: string }[] = []
  for await (const { event, payload } of lines) {
    const kind = breakIn(event, payload, state.events + 1, state.head)
    if (kind !== null) return { ...state, erased, broken: { seq: state.events + 1, kind } }
    state.events += 1
    state.head = event.digest
    if (payload?.state === 'erased')
      erased.push({ seq: event.seq, on: payload.on, under: payload.under })
    if (payload?.state === 'closed') state.closed += 1
  }
  return { ...state, erased, broken: null }
}

function breakIn(
  event: LoggedEvent,
  payload: LoggedPayload | null,
  seq: number,
  head: string,
): BrokenLink['kind'] | null {
  if (event.seq !== seq) return 'event-missing'
  if (event.previous !== head) return 'link-broken'
  const { digest, ...rest } = event
  if (eventDigest(rest) !== digest) return 'event-changed'
  if ((event.payloadDigest === null) !== (payload === null)) return 'personal-data-missing'
  if (payload?.state !== 'open') return null
  const isSame = payloadDigest(payload.salt, payload.text) === event.payloadDigest
  return isSame ? null : 'personal-data-changed'
}
