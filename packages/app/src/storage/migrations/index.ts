import type { Migration } from 'kysely/migration'
import { up as authoritiesAndPeople } from './2026-11-22-authorities-and-people.js'
import { up as collection } from './2026-11-22-collection.js'
import { up as events } from './2026-11-22-events.js'
import { up as notices } from './2026-11-22-notices.js'
import { up as numberSeries } from './2026-11-22-number-series.js'
import { up as signIn } from './2026-11-22-sign-in.js'

/** Every change of the schema in order. A name is kept for ever once it has run anywhere. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-22-1-authorities-and-people': { up: authoritiesAndPeople },
  '2026-11-22-2-events': { up: events },
  '2026-11-22-3-sign-in': { up: signIn },
  '2026-11-22-4-number-series': { up: numberSeries },
  '2026-11-22-5-collection': { up: collection },
  '2026-11-22-6-notices': { up: notices },
}
