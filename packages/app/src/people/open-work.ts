import type { Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'

/** Whose open work in an authority goes to whom. */
type Move = {
  readonly from: string
  readonly to: string
  readonly authorityId: string
}

/** What was moved: in official words, and which things. */
export type Moved = { readonly label: string; readonly ids: readonly string[] }

/** Moves one kind of open work, in the transaction of the hand-over. */
export type WorkMover = (tx: Transaction<Schema>, platform: Platform, move: Move) => Promise<Moved>

/** Every kind of open work that belongs to a person. A folder whose work does adds its mover here. */
export const WORK_MOVERS: readonly WorkMover[] = []
