import type { LocalDate } from '@gongkai/law'
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from './columns.js'

/** The region, its authorities, their history and their number series. */
export type AuthorityTables = {
  tenant: {
    tenant_id: string
    name: string
    region_code: string | null
    created_at: Instant
    /** The number of the key that seals personal data; kept by `remember_key`. */
    key_id: ColumnType<string | null, never, never>
    /** The key before it, as long as something is sealed with it; kept by `turn_key`. */
    former_key_id: ColumnType<string | null, never, never>
    /** It was invented to be looked at. */
    demonstration: Generated<boolean>
    version: Generated<number>
  }
  authority: {
    tenant_id: string
    id: string
    parent_id: string | null
    /** The ids from the root down to this authority, itself included: kept by the database. */
    path: ColumnType<string[], never, never>
    /** The same as text, ids between strokes: its order is that of the tree. */
    place: ColumnType<string, never, never>
    name: string
    short_name: string | null
    kind: string
    level: string
    credit_code: string | null
    region_code: string | null
    document_code: string | null
    address: string | null
    postal_code: string | null
    phone: string | null
    fax: string | null
    email: string | null
    office_hours: string | null
    site: string | null
    review_body: string | null
    court: string | null
    seal_place: string | null
    established_on: LocalDate | null
    dissolved_on: LocalDate | null
    /** The existing authority that carries on what a dissolved one left unfinished: kept by the database when that one goes too. */
    carrier_id: Generated<string | null>
    /** The name without blanks, of one width: kept by the database. */
    name_key: ColumnType<string, never, never>
    /** By what it is told from the others in the numbers of its requests: kept by the database. */
    register_no: ColumnType<number, never, never>
    version: Generated<number>
  }
  authority_change: {
    tenant_id: string
    id: string
    authority_id: string
    kind: string
    happened_on: LocalDate
    name_before: string | null
    name_after: string | null
    parent_before_id: string | null
    parent_after_id: string | null
    successor_id: string | null
    note: string | null
  }
  number_series: {
    tenant_id: string
    id: string
    authority_id: string
    code: string
    purpose: string
    since: LocalDate
    until: LocalDate | null
  }
}
