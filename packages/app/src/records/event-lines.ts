import type { Actor, Platform } from '../context.js'
import { type EventQuery, listEvents } from './list-events.js'
import { LOG_CSV_HEADER, logCsvLine } from './log-lines.js'

/** What was asked of the log as CSV, newest first, with each event's place in the chain and without personal data, but with where they were erased and under which rule; as little as the actor may read. A part of the log can be read, and held against the whole by its digests; `verifyLogFile` follows the whole only. */
export async function* eventLines(
  platform: Platform,
  actor: Actor,
  query: Omit<EventQuery, 'before' | 'limit'>,
): AsyncGenerator<string> {
  yield `\ufeff${LOG_CSV_HEADER}\r\n`
  let before: number | null = Number.MAX_SAFE_INTEGER
  while (before !== null) {
    const page = await listEvents(platform, actor, { ...query, before, limit: 200 })
    if (!page.ok) return
    for (const { payload, ...event } of page.value.events) {
      yield `${logCsvLine({ event, payload })}\r\n`
    }
    before = page.value.next
  }
}
