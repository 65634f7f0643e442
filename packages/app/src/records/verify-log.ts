import { eventDigest, GENESIS, payloadDigest } from './chain.js'
import type { LoggedEvent, LoggedPayload } from './event.js'
import { fieldsOf } from './log-lines.js'

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
    | 'erasure-unrecorded'
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

/**
 * Follows the chain of an exported log from its first event; needs no database and no key, and stops at the first broken link. That personal data
 * were erased is believed only where an event of the chain says so; what is said of the erasure is what that event says.
 */
export async function verifyLog(
  lines: AsyncIterable<LogLine> | Iterable<LogLine>,
): Promise<Verdict> {
  const state = { events: 0, head: GENESIS, closed: 0 }
  const erased: Erased[] = []
  const unproved = new Map<string, Erased>()
  for await (const { event, payload } of lines) {
    const kind = breakIn(event, payload, state.events + 1, state.head)
    if (kind !== null) return { ...state, erased, broken: { seq: state.events + 1, kind } }
    state.events += 1
    state.head = event.digest
    if (payload?.state === 'erased')
      unproved.set(event.id, { seq: event.seq, on: payload.on, under: payload.under })
    if (payload?.state === 'closed') state.closed += 1
    erased.push(...proved(event, unproved))
  }
  const [first] = unproved.values()
  const broken = first ? ({ seq: first.seq, kind: 'erasure-unrecorded' } as const) : null
  return { ...state, erased: erased.toSorted((a, b) => a.seq - b.seq), broken }
}

type Erased = Verdict['erased'][number]

/** The erasures that this event proves; they are taken out of `unproved`. */
function proved({ name, detail }: LoggedEvent, unproved: Map<string, Erased>): readonly Erased[] {
  if (name !== 'personalDataErased') return []
  const { erasedAt, under, events } = fieldsOf(detail)
  const ids: readonly string[] = Array.isArray(events) ? events : []
  return ids.flatMap((id) => {
    const found = unproved.get(id)
    if (!found || found.on !== erasedAt || found.under !== under) return []
    unproved.delete(id)
    return [found]
  })
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
