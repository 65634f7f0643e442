import type { AccessTables } from './schema/access.js'
import type { AfterwardsTables } from './schema/afterwards.js'
import type { AuthorityTables } from './schema/authorities.js'
import type { BackgroundTables } from './schema/background.js'
import type { CollectionTables } from './schema/collection.js'
import type { JoinTables } from './schema/joins.js'
import type { LetterTables } from './schema/letters.js'
import type { OverlayTables } from './schema/overlays.js'
import type { PastTables } from './schema/past.js'
import type { PeopleTables } from './schema/people.js'
import type { RecordTables } from './schema/records.js'
import type { RemedyTables } from './schema/remedies.js'
import type { RequestTables } from './schema/requests.js'

/** The tables as they stand after every migration, in the schema `gongkai`. Each begins with the region that owns the row. */
export type Schema = AuthorityTables &
  PeopleTables &
  RecordTables &
  CollectionTables &
  BackgroundTables &
  AccessTables &
  OverlayTables &
  PastTables &
  RequestTables &
  AfterwardsTables &
  JoinTables &
  LetterTables &
  RemedyTables
