import { dayInChina, type LocalDate, type WorkCalendar } from '@gongkai/law'
import type { SealingKey } from './records/seal.js'
import type { Role } from './rights/roles.js'
import type { Db } from './storage/open-database.js'

/** What every use case of the platform is given. Nothing here reads a clock, the environment or chance by itself. */
export type Platform = {
  readonly db: Db
  readonly tenantId: string
  readonly calendar: WorkCalendar
  readonly key: SealingKey
  readonly now: () => Date
}

/** The day in China. */
export function today({ now }: Pick<Platform, 'now'>): LocalDate {
  return dayInChina(now().getTime())
}

/** Who asks: a person with all that this person holds today, in an own right or as a deputy. */
export type Actor = {
  readonly personId: string
  readonly holdings: readonly Holding[]
}

/** A role in an authority, as it is recorded with what is done under it. */
export type Holding = {
  readonly role: Role
  readonly authorityId: string
  /** The person whose deputy acts; null in an own right. */
  readonly onBehalfOf: string | null
}
