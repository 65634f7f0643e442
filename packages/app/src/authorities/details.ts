import { tidyName } from '../names/tidy-name.js'
import { type AuthorityDetails, DETAIL_KEYS, type NewAuthority } from './authority.js'

const NOT_STATED = {
  shortName: null,
  creditCode: null,
  regionCode: null,
  documentCode: null,
  address: null,
  postalCode: null,
  phone: null,
  fax: null,
  email: null,
  officeHours: null,
  site: null,
  reviewBody: null,
  court: null,
  sealPlace: null,
  establishedOn: null,
} as const satisfies Partial<AuthorityDetails>

/** All details of a new authority, as `tidy` has them; what is not stated null. */
export function allDetails(given: NewAuthority): AuthorityDetails {
  return tidy({ ...NOT_STATED, ...given })
}

/** The same details composed (NFC), without blanks at their ends; an empty one is not stated. */
export function tidy(details: AuthorityDetails): AuthorityDetails {
  const entries = Object.entries(details).map(([key, value]) => [
    key,
    value === null ? null : tidyName(value) || null,
  ])
  return { ...Object.fromEntries(entries), name: tidyName(details.name) }
}

/** The details alone. */
export function detailsOf(authority: AuthorityDetails): AuthorityDetails {
  const entries = DETAIL_KEYS.map((key) => [key, authority[key]])
  return Object.fromEntries(entries)
}

/** What differs, for the record: only the changed details, as they were and as they are. */
export function difference(before: AuthorityDetails, after: AuthorityDetails) {
  const keys = DETAIL_KEYS.filter((key) => before[key] !== after[key])
  const only = (details: AuthorityDetails) =>
    Object.fromEntries(keys.map((key) => [key, details[key]]))
  return { keys, before: only(before), after: only(after) }
}
