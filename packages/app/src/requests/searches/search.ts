import type { LocalDate, SearchRecord } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'

/** What was searched for a request, and how: 检索记录. */
export type Searched = {
  readonly searchedOn: LocalDate
  /** From when to when the information looked for would be. */
  readonly period: string | null
  /** Systems, and the words that were typed in them. */
  readonly systems: readonly string[]
  readonly words: readonly string[]
  /** Archives, files, places. */
  readonly files: readonly string[]
  /** Sections or posts. */
  readonly persons: readonly string[]
  /** What was found; null for nothing. */
  readonly found: string | null
}

/** A search as it is recorded; one that was recorded by mistake is struck and stays to be seen. */
export type RequestSearch = Searched & {
  readonly id: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly struck: { readonly by: string; readonly at: Date; readonly reason: string } | null
}

/** A row as it is told. */
export function toSearch(row: Selectable<Schema['request_search']>): RequestSearch {
  return {
    ...{ id: row.id, searchedOn: row.searched_on, period: row.period, systems: row.systems },
    ...{ words: row.words, files: row.files, persons: row.persons, found: row.found },
    ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at },
    struck:
      row.struck_by && row.struck_at && row.struck_reason
        ? { by: row.struck_by, at: row.struck_at, reason: row.struck_reason }
        : null,
  }
}

/** The searches of a request that stand, as a letter tells them. */
export async function searchesOf(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<readonly SearchRecord[]> {
  const rows = await tx
    .selectFrom('request_search')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('struck_at', 'is', null)
    .orderBy('searched_on')
    .orderBy('id')
    .execute()
  return rows.map(({ searched_on, period, systems, words, files, persons }) => ({
    ...{ on: searched_on, systems, words, files, persons },
    ...(period && { period }),
  }))
}
