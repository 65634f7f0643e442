import { dayInChina, type LocalDate } from '@gongkai/law'
import type { SealingKey } from './records/seal.js'
import type { Claim } from './repeats/claim-request.js'
import type { Action } from './rights/rights.js'
import type { Role } from './rights/roles.js'
import type { Db } from './storage/open-database.js'

/**
 * What every use case of the platform is given. Nothing here reads a clock, the environment or chance by itself. The calendar and the due dates are
 * those of the region, read in the transaction (`overlays/read-law.ts`).
 */
export type Platform = {
  readonly db: Db
  readonly tenantId: string
  readonly key: SealingKey
  readonly now: () => Date
  /** Of a request that is to be done once. */
  readonly claim?: Claim
}

/** The day in China. */
export function today({ now }: Pick<Platform, 'now'>): LocalDate {
  return dayInChina(now().getTime())
}

/** Who asks: a person, or a token in the place of one, with all that is held today, in an own right or as a deputy. */
export type Actor = {
  readonly personId: string
  readonly holdings: readonly Holding[]
}

/** A role in an authority, as it is recorded with what is done under it. */
export type Holding = {
  readonly role: Role
  readonly authorityId: string
  /** The person whose deputy acts, or who made the token that acts; null in an own right. */
  readonly onBehalfOf: string | null
  /** Of what the role may, only this; left out, all of it. */
  readonly actions?: readonly Action[]
}
