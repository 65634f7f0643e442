import { sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { notifyOthers } from '../notices/notify.js'
import { holdersOf } from '../notices/recipients.js'
import type { Schema } from '../storage/schema.js'
import type { Work } from '../storage/transact.js'

type Named = { readonly id: string; readonly name: string }

/** How much is open of requests and of remedies. */
export type OpenRequests = { readonly requests: number; readonly remedies: number }

type Unfinished = {
  readonly id: string
  readonly authorityId: string
  readonly what: 'request' | 'remedy'
}

/** What is open in an authority and in what it carries on; told to who administers it, to others nothing. */
export async function openRequestsOf(
  tx: Transaction<Schema>,
  authorityId: string,
): Promise<OpenRequests> {
  return counted(await unfinished(tx, authorityId))
}

/** Tells of each request and remedy that was open in an authority that another carries it on, its days unchanged; and its officers how many there are. */
export async function passRequestsOn(
  { tx, record }: Work,
  actor: Actor,
  { as, reason, from, to }: { as: Holding; reason: string; from: Named; to: Named },
): Promise<OpenRequests> {
  const open = await unfinished(tx, from.id)
  for (const { id, authorityId, what } of open) {
    record({
      ...{ as, name: EVENTS[what], subject: { kind: what, id }, authorityId, reason },
      detail: { from, to },
    })
  }
  if (open.length > 0) {
    const officers = await holdersOf(tx, ['disclosureOfficer', 'disclosureHead'], to.id)
    const told = { authority: from.name, successor: to.name, count: `${open.length}`, at: to.id }
    await notifyOthers(tx, actor, officers, 'requestsCarriedOver', told)
  }
  return counted(open)
}

const EVENTS = { request: 'requestCarriedOver', remedy: 'remedyCarriedOver' } as const

async function unfinished(
  tx: Transaction<Schema>,
  authorityId: string,
): Promise<readonly Unfinished[]> {
  const { rows } = await sql<Unfinished>`
    select id, authority_id as "authorityId", what from unfinished_requests(${authorityId})`.execute(
    tx,
  )
  return rows
}

function counted(open: readonly Unfinished[]): OpenRequests {
  const requests = open.filter(({ what }) => what === 'request').length
  return { requests, remedies: open.length - requests }
}
