import type { Insertable, Selectable } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type {
  Authority,
  AuthorityDetails,
  AuthorityKind,
  AuthorityLevel,
  SealPlace,
} from './authority.js'

/** A row of the register as the use cases know it. */
export function toAuthority(row: Selectable<Schema['authority']>): Authority {
  return {
    id: row.id,
    parentId: row.parent_id,
    path: row.path,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as AuthorityKind,
    level: row.level as AuthorityLevel,
    creditCode: row.credit_code,
    regionCode: row.region_code,
    documentCode: row.document_code,
    address: row.address,
    postalCode: row.postal_code,
    phone: row.phone,
    fax: row.fax,
    email: row.email,
    officeHours: row.office_hours,
    site: row.site,
    reviewBody: row.review_body,
    court: row.court,
    sealPlace: row.seal_place as SealPlace | null,
    establishedOn: row.established_on,
    dissolvedOn: row.dissolved_on,
    version: row.version,
  }
}

/** The details as columns. */
export function toColumns(
  details: AuthorityDetails,
): Omit<
  Insertable<Schema['authority']>,
  'tenant_id' | 'id' | 'parent_id' | 'dissolved_on' | 'version'
> {
  return {
    name: details.name,
    short_name: details.shortName,
    kind: details.kind,
    level: details.level,
    credit_code: details.creditCode,
    region_code: details.regionCode,
    document_code: details.documentCode,
    address: details.address,
    postal_code: details.postalCode,
    phone: details.phone,
    fax: details.fax,
    email: details.email,
    office_hours: details.officeHours,
    site: details.site,
    review_body: details.reviewBody,
    court: details.court,
    seal_place: details.sealPlace,
    established_on: details.establishedOn,
  }
}
