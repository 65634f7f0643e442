import type { TableKey } from '../form/layout.js'
import type { Place } from './place.js'

/**
 * `number`: digits were printed; `blank`: the cell is there and empty; `mark`: `/`, `-`, `—`, 无;
 * `text`: something else is printed; `unread`: the reader could not tell, which is never zero.
 */
export type CellState = 'number' | 'blank' | 'mark' | 'text' | 'unread'

/** One cell of the form as read. */
export type Cell = {
  readonly table: TableKey
  readonly row: string
  readonly column: string
  readonly state: CellState
  /** The number in the unit of `unit`; null unless `state` is `number`. */
  readonly value: number | null
  /** As printed in the cell, else from the header. */
  readonly unit: string | null
  /** What was printed; for an unread cell the text it may be hidden in; null where nothing was found. */
  readonly raw: string | null
  /** True where arithmetic and not the print decided that this text belongs to this cell. */
  readonly inferred: boolean
  readonly at: Place | null
}
