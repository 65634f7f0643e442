import type { ErrorStatus } from '../http/statuses/error-status.js'
import type { RouteSpec } from './route-spec.js'

/** Of any request: it is wrong, comes under another name or too often, or fails inside; the database may be away. */
const ANY: readonly ErrorStatus[] = [400, 421, 429, 500, 503]
const STAFF: readonly ErrorStatus[] = [401, 403]
const WRITE: readonly ErrorStatus[] = [403]
const STAFF_WRITE: readonly ErrorStatus[] = [404, 422, 507]
const BODY: readonly ErrorStatus[] = [413, 415, 422, 507]
const VERSIONED: readonly ErrorStatus[] = [412, 428]
const POINTING: readonly ErrorStatus[] = [404]
/** Before the region is set up. */
const SET_UP: readonly ErrorStatus[] = [409]

/** The statuses under which a route on the database may refuse, by what it asks for, in their order. */
export function expectedStatuses<P, Q, B, A>(
  spec: RouteSpec<P, Q, B, A>,
  isOpen: boolean,
): readonly ErrorStatus[] {
  const { method, params, query, body, form, upload, also = [] } = spec
  const isWrite = method !== 'get'
  const all = [
    ...ANY,
    ...(isOpen ? [] : STAFF),
    ...(isWrite ? WRITE : []),
    ...(isWrite && !isOpen ? STAFF_WRITE : []),
    ...((body ?? form ?? upload) ? BODY : []),
    ...(spec.isVersioned ? VERSIONED : []),
    ...(params || (query && !isOpen) ? POINTING : []),
    ...(spec.isBeforeSetUp ? [] : SET_UP),
    ...also,
  ]
  return [...new Set(all)].toSorted((a, b) => a - b)
}
