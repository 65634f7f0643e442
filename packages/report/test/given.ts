import type { CheckContext } from '../src/index.js'

export type { Change, FormId, TableKey } from '../src/index.js'

/** A report that is checked with nothing beside it. */
export const ALONE: CheckContext = {
  previous: null,
  authority: null,
  publishedOn: null,
  subordinates: null,
}
