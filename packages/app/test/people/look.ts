import assert from 'node:assert/strict'
import { ok, type Result } from '@gongkai/law'
import { getPerson, type Person } from '../../src/people/get-person.js'
import type { LoggedEvent } from '../../src/records/event.js'
import { readLog } from '../../src/records/read-log.js'
import { self } from '../../src/sessions/self.js'
import { transact } from '../../src/storage/transact.js'
import type { Region } from '../support/platform.js'

/** The code of a refusal; null where nothing was refused. */
export function codeOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.refusal.code
}

/** A person as that very person sees it. */
export async function read({ platform }: Region, personId: string): Promise<Person> {
  const found = await getPerson(platform, self(personId), { personId })
  assert.ok(found.ok)
  return found.value
}

/** What is told of a person, in its order. */
export async function eventsOf(
  { platform, administrator }: Region,
  personId: string,
): Promise<readonly LoggedEvent[]> {
  const { value } = await transact(platform, administrator, async ({ tx }) => {
    const events: LoggedEvent[] = []
    for await (const { event } of readLog(tx, platform.key)) events.push(event)
    return ok(events)
  })
  return value.filter(({ subjectId }) => subjectId === personId)
}
