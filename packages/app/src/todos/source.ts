import type { LocalDate } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../context.js'
import type { Law } from '../overlays/law.js'
import type { Action } from '../rights/rights.js'
import type { Role } from '../rights/roles.js'

/** The authorities in which somebody holds what a kind of to-do is for. */
export type Places = readonly string[]

/** For whom a kind of to-do is: who holds this right, or of those this role alone. Where its things are found, with the columns of `TodoRow`. */
export type Source = {
  readonly action: Action
  readonly role?: Role
  readonly from: (platform: Platform, places: Places, law: Law) => RawBuilder<unknown>
  /** What the entry says; left out, what it is about and the name of its kind. */
  readonly title?: (row: TodoRow) => string
}

export type TodoRow = {
  /** What it is about. */
  readonly what: string
  /** How many of it, where one entry stands for several. */
  readonly amount: number | null
  readonly reportId: string | null
  readonly collectionId: string | null
  readonly personId: string | null
  readonly path: string | null
  readonly authorityId: string
  readonly authorityName: string
  readonly dueOn: LocalDate | null
  readonly since: Date | null
}

export const below = (places: Places) => sql`a.path && ${places}::uuid[]`
