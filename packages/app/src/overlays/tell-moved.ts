import type { Transaction } from 'kysely'
import type { Actor } from '../context.js'
import { notifyEach } from '../notices/notify.js'
import { holdersIn } from '../notices/recipients.js'
import { dayText } from '../notices/texts.js'
import type { Schema } from '../storage/schema.js'
import type { MovedDueDay } from './moved-dates.js'
import type { MovedRemedy } from './moved-remedies.js'
import type { MovedRequest } from './moved-requests.js'

/** Tells the officers of each authority that their report is due on another day. */
export async function tellMoved(
  tx: Transaction<Schema>,
  { personId: self }: Actor,
  moved: readonly MovedDueDay[],
): Promise<void> {
  const ids = moved.map(({ authorityId }) => authorityId)
  const officers = await holdersIn(tx, ['disclosureOfficer'], ids)
  const told = moved.flatMap(({ reportId, authorityId, authority, reportYear, after }) => {
    const values = { authority, year: `${reportYear}`, report: reportId, day: dayText(after) }
    const others = (officers.get(authorityId) ?? []).filter((id) => id !== self)
    return others.map((personId) => ({ personId, values }))
  })
  await notifyEach(tx, 'dueOnChanged', told)
}

/** Tells the officers of each authority of how many of its requests the days have moved. */
export async function tellMovedRequests(
  tx: Transaction<Schema>,
  actor: Actor,
  moved: readonly MovedRequest[],
): Promise<void> {
  await tellOfEach(tx, actor, 'requestDaysMoved', moved)
}

/** The same of reconsiderations and suits. */
export async function tellMovedRemedies(
  tx: Transaction<Schema>,
  actor: Actor,
  moved: readonly MovedRemedy[],
): Promise<void> {
  await tellOfEach(tx, actor, 'remedyDaysMoved', moved)
}

async function tellOfEach(
  tx: Transaction<Schema>,
  { personId: self }: Actor,
  template: 'requestDaysMoved' | 'remedyDaysMoved',
  moved: readonly Pick<MovedRequest, 'authorityId' | 'authority'>[],
): Promise<void> {
  const byAuthority = Map.groupBy(moved, ({ authorityId }) => authorityId)
  const officers = await holdersIn(tx, ['disclosureOfficer'], [...byAuthority.keys()])
  const told = [...byAuthority].flatMap(([authorityId, those]) => {
    const authority = those[0]?.authority ?? ''
    const values = { authority, count: `${those.length}`, at: authorityId }
    const others = (officers.get(authorityId) ?? []).filter((id) => id !== self)
    return others.map((personId) => ({ personId, values }))
  })
  await notifyEach(tx, template, told)
}
