import type { Instant } from './columns.js'

/** How programs come in, and what guards the door. */
export type AccessTables = {
  api_token: {
    tenant_id: string
    id: string
    authority_id: string
    name: string
    token_hash: Buffer
    scopes: string[]
    /** The roles of its scopes, for the policies. */
    roles: string[]
    made_by: string
    made_at: Instant
    expires_at: Instant
    used_at: Instant | null
    revoked_at: Instant | null
  }
  passkey: {
    tenant_id: string
    id: string
    person_id: string
    name: string
    credential_id: Buffer
    public_key: Buffer
    counter: number
    made_at: Instant
    used_at: Instant | null
  }
  identity: {
    tenant_id: string
    issuer: string
    subject: string
    person_id: string
    made_at: Instant
  }
  repeat: {
    tenant_id: string
    person_id: string
    key_hash: Buffer
    request_hash: Buffer
    claim_id: string
    claimed_at: Instant
    done_at: Instant | null
    /** Sealed; null while there is none, and where it was too large. */
    answer: Buffer | null
  }
}
