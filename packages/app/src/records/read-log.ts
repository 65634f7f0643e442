import { type Selectable, sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { LoggedEvent, LoggedPayload } from './event.js'
import type { SealingKey } from './seal.js'
import { unseal } from './seal.js'
import type { LogLine } from './verify-log.js'

const PAGE = 500

/** The whole log of the region that the transaction was told, in the order of the chain, page by page, of what the asker may read; personal data opened with `key`, or all closed where it is null. */
export async function* readLog(
  tx: Transaction<Schema>,
  key: SealingKey | null,
): AsyncGenerator<LogLine> {
  let seq = 0
  for (;;) {
    const rows = await tx
      .selectFrom('event')
      .leftJoin('event_payload', (join) =>
        join
          .onRef('event_payload.tenant_id', '=', 'event.tenant_id')
          .onRef('event_payload.event_id', '=', 'event.id'),
      )
      .selectAll('event')
      .select(['event_payload.sealed', 'event_payload.erased_at', 'event_payload.erased_under'])
      .where('event.tenant_id', '=', sql<string>`gongkai.current_tenant()`)
      .where('event.seq', '>', seq)
      .orderBy('event.seq')
      .limit(PAGE)
      .execute()
    for (const row of rows) yield { event: toLogged(row), payload: toPayload(row, key) }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    seq = last.seq
  }
}

/** A row of the log as it goes out. */
export function toLogged(row: Selectable<Schema['event']>): LoggedEvent {
  return {
    tenantId: row.tenant_id,
    seq: row.seq,
    id: row.id,
    happenedAt: row.happened_at.toISOString(),
    personId: row.person_id,
    onBehalfOf: row.on_behalf_of,
    role: row.role,
    authorityId: row.authority_id,
    name: row.name,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    reason: row.reason,
    detail: row.detail,
    payloadDigest: row.payload_digest?.toString('hex') ?? null,
    previous: row.previous.toString('hex'),
    digest: row.digest.toString('hex'),
  }
}

type PayloadRow = {
  readonly id: string
  readonly sealed: Buffer | null
  readonly erased_at: Date | null
  readonly erased_under: string | null
}

function toPayload(row: PayloadRow, key: SealingKey | null): LoggedPayload | null {
  if (row.erased_at && row.erased_under) {
    return { state: 'erased', on: row.erased_at.toISOString(), under: row.erased_under }
  }
  if (!row.sealed) return null
  const opened = key && unseal(key, row.id, row.sealed)
  return opened ? { state: 'open', ...JSON.parse(opened) } : { state: 'closed' }
}
