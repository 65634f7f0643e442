import type { LocalDate } from '@gongkai/law'
import type { Generated } from 'kysely'
import type { Instant } from './columns.js'

/** People, what they hold, how they sign in. */
export type PeopleTables = {
  person: {
    tenant_id: string
    id: string
    login: string
    name: string
    phone: string | null
    email: string | null
    state: string
    version: Generated<number>
  }
  assignment: {
    tenant_id: string
    id: string
    person_id: string
    authority_id: string
    role: string
    since: LocalDate
    /** The last day. */
    until: LocalDate | null
    version: Generated<number>
    /** Of the authority (内设机构), where it is said. */
    section: Generated<string | null>
  }
  deputation: {
    tenant_id: string
    id: string
    assignment_id: string
    deputy_id: string
    since: LocalDate
    /** The last day. */
    until: LocalDate
  }
  credential: {
    tenant_id: string
    person_id: string
    password_hash: string | null
    changed_at: Instant | null
    /** The sealed secret of time-based codes; null where none is set up. */
    totp: Buffer | null
    /** The last step whose code was taken: no code works twice. Null until the first code confirms the secret. */
    totp_step: number | null
    failures: Generated<number>
    locked_until: Instant | null
  }
  session: {
    tenant_id: string
    id: string
    token_hash: Buffer
    person_id: string
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
    ended_at: Instant | null
    ended_why: string | null
    address: string | null
    agent: string | null
  }
  link: {
    tenant_id: string
    token_hash: Buffer
    person_id: string
    purpose: string
    /** The address to be confirmed; null where the link is for something else. */
    email: string | null
    /** The administrator; null where the person asked. */
    made_by: string | null
    made_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
}
