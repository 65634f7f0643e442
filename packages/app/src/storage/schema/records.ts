import type { Instant } from './columns.js'

/** What happened, in a chain. */
export type RecordTables = {
  event: {
    tenant_id: string
    seq: number
    id: string
    happened_at: Instant
    person_id: string | null
    /** The person for whom a deputy acted. */
    on_behalf_of: string | null
    role: string | null
    authority_id: string | null
    name: string
    subject_kind: string
    subject_id: string
    reason: string | null
    /** JSON text exactly as it went into the digest. */
    detail: string
    payload_digest: Buffer | null
    previous: Buffer
    digest: Buffer
  }
  event_payload: {
    tenant_id: string
    event_id: string
    /** Null once erased. */
    sealed: Buffer | null
    erased_at: Instant | null
    erased_under: string | null
  }
  chain_head: {
    tenant_id: string
    seq: number
    digest: Buffer
  }
}
