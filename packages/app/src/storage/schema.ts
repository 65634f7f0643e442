import type { AuthorityTables } from './schema/authorities.js'
import type { BackgroundTables } from './schema/background.js'
import type { CollectionTables } from './schema/collection.js'
import type { PeopleTables } from './schema/people.js'
import type { RecordTables } from './schema/records.js'

/** The tables as they stand after every migration, in the schema `gongkai`. Each begins with the region that owns the row. */
export type Schema = AuthorityTables &
  PeopleTables &
  RecordTables &
  CollectionTables &
  BackgroundTables
