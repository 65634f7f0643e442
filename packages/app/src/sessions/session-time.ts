/** A session that nobody uses ends after an hour, and any after twelve: a working day with its lunch break is one session, a night is none. */
const IDLE_MS = 60 * 60 * 1000
const LONGEST_MS = 12 * 60 * 60 * 1000
/** How exactly it is kept when a session was used last: each request would write otherwise. */
const SEEN_MS = 60 * 1000

/** When a session that begins at `at` ends at the latest. */
export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + LONGEST_MS)
}

/** Sessions last used before this have ended. */
export function idleSince(at: Date): Date {
  return new Date(at.getTime() - IDLE_MS)
}

/** Last use is written again where what is kept is older than this. */
export function seenBefore(at: Date): Date {
  return new Date(at.getTime() - SEEN_MS)
}
