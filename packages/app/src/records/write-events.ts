import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { eventDigest, payloadDigest } from './chain.js'
import type { NewEvent } from './event.js'
import { seal } from './seal.js'

const SALT_BYTES = 16

/** Adds the events of a transaction to the chain of the region. The head of the chain is locked until the transaction ends. */
export async function writeEvents(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor | null,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const { tenantId } = platform
  let head = await tx
    .selectFrom('chain_head')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const links: Link[] = []
  for (const event of events) {
    const link = linkOf(platform, actor, event, head)
    links.push(link)
    head = { tenant_id: tenantId, seq: link.row.seq, digest: link.row.digest }
  }
  for (const some of inParts(links)) await addLinks(tx, some)
  await tx.updateTable('chain_head').set(head).where('tenant_id', '=', tenantId).execute()
}

type Head = Schema['chain_head']

/** An event as it is kept, and what it says of persons. */
type Link = {
  readonly row: Insertable<Schema['event']>
  readonly payload: Insertable<Schema['event_payload']> | null
}

/** Of one statement: its parameters are counted in 16 bits. */
const AT_ONCE = 1000

function inParts(links: readonly Link[]): readonly (readonly Link[])[] {
  const parts = Math.ceil(links.length / AT_ONCE)
  return Array.from({ length: parts }, (_, at) => links.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}

async function addLinks(tx: Transaction<Schema>, links: readonly Link[]): Promise<void> {
  const rows = links.map(({ row }) => row)
  await tx.insertInto('event').values(rows).execute()
  const payloads = links.flatMap(({ payload }) => payload ?? [])
  if (payloads.length > 0) await tx.insertInto('event_payload').values(payloads).execute()
}

function linkOf(
  { tenantId, key, now }: Platform,
  actor: Actor | null,
  event: NewEvent,
  head: Head,
): Link {
  const id = randomUUIDv7()
  const happenedAt = now()
  const personal = event.personal && sealPersonal(event.personal)
  const link = {
    tenantId,
    seq: head.seq + 1,
    id,
    happenedAt: happenedAt.toISOString(),
    personId: actor?.personId ?? null,
    onBehalfOf: event.as?.onBehalfOf ?? null,
    role: event.as?.role ?? null,
    authorityId: event.authorityId,
    name: event.name,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    reason: event.reason ?? null,
    detail: JSON.stringify(event.detail),
    payloadDigest: personal?.digest ?? null,
    previous: head.digest.toString('hex'),
  }
  return {
    row: {
      ...{ tenant_id: tenantId, seq: link.seq, id, happened_at: happenedAt },
      ...{ person_id: link.personId, on_behalf_of: link.onBehalfOf, role: link.role },
      ...{ authority_id: link.authorityId, name: link.name },
      ...{ subject_kind: link.subjectKind, subject_id: link.subjectId, reason: link.reason },
      detail: link.detail,
      payload_digest: link.payloadDigest === null ? null : Buffer.from(link.payloadDigest, 'hex'),
      previous: head.digest,
      digest: Buffer.from(eventDigest(link), 'hex'),
    },
    payload: personal
      ? {
          ...{ tenant_id: tenantId, event_id: id, sealed: seal(key, id, personal.text) },
          ...{ erased_at: null, erased_under: null },
        }
      : null,
  }
}

/** The salt is sealed with the data: both are erased together. */
function sealPersonal(data: NonNullable<NewEvent['personal']>): { text: string; digest: string } {
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const text = JSON.stringify(data)
  return { text: JSON.stringify({ salt, text }), digest: payloadDigest(salt, text) }
}
