import type { Actor, Platform } from '../context.js'

/**
 * Who does the work in the background: the region itself, whose id stands in the record as that of the person. It holds no role, so `allow` refuses
 * it everything; the policies of the database name what it may (`is_system`).
 */
export function systemOf({ tenantId }: Pick<Platform, 'tenantId'>): Actor {
  return { personId: tenantId, holdings: [] }
}
