import type { Holding } from '../context.js'

/** What is told of a change, in the transaction of the change. */
export type NewEvent = {
  /** Under which role it was done; null where none is needed (one's own password) or nobody is known (a failed sign-in). */
  readonly as: Holding | null
  /** The verb of the use case in the past tense: `authorityRenamed`. */
  readonly name: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** The authority whose affair it is; null where it is the region's. */
  readonly authorityId: string | null
  /** Why, in the words of who did it. */
  readonly reason?: string
  /** What stood before and what stands now, and whatever else tells the story. No personal data of applicants. */
  readonly detail: Readonly<Record<string, unknown>>
  /** Personal data: kept encrypted beside the event, and erasable without breaking the chain. */
  readonly personal?: Readonly<Record<string, unknown>>
}

/** One link of the chain as it goes out: to the screen, to the exported log, to whoever verifies it. */
export type LoggedEvent = {
  readonly tenantId: string
  readonly seq: number
  readonly id: string
  /** UTC, with milliseconds. */
  readonly happenedAt: string
  readonly personId: string | null
  readonly onBehalfOf: string | null
  readonly role: string | null
  readonly authorityId: string | null
  readonly name: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly reason: string | null
  /** JSON text exactly as it was recorded. */
  readonly detail: string
  /** SHA-256 of salt and personal data, in hex; null where there are none. */
  readonly payloadDigest: string | null
  readonly previous: string
  readonly digest: string
}

/** What an exported log says of the personal data beside an event. */
export type LoggedPayload =
  | { readonly state: 'open'; readonly salt: string; readonly text: string }
  | { readonly state: 'closed' }
  | { readonly state: 'erased'; readonly on: string; readonly under: string }
