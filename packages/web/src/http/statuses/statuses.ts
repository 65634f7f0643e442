import type { ApiCode } from '../refusals.js'
import type { ErrorStatus } from './error-status.js'
import { OF_AUTHORITIES } from './of-authorities.js'
import { OF_DISCLOSURE_REQUESTS } from './of-disclosure-requests.js'
import { OF_PEOPLE } from './of-people.js'
import { OF_REGION } from './of-region.js'
import { OF_REMEDIES } from './of-remedies.js'
import { OF_REPORTS } from './of-reports.js'
import { OF_REQUESTS } from './of-requests.js'

/** The HTTP status of each code: here alone a code meets a status. */
export const STATUSES: Readonly<Record<ApiCode, ErrorStatus>> = {
  ...OF_REQUESTS,
  ...OF_PEOPLE,
  ...OF_AUTHORITIES,
  ...OF_REPORTS,
  ...OF_REGION,
  ...OF_DISCLOSURE_REQUESTS,
  ...OF_REMEDIES,
}
