import { CompiledQuery } from 'kysely'
import type { Db as QueueDatabase } from 'pg-boss'
import type { Db } from '../storage/open-database.js'

/** The statements of the library over the pool of the use cases, under its role. */
export function queueDatabase(db: Db): QueueDatabase {
  return {
    executeSql: (text, values) =>
      db.connection().execute(async (connection) => {
        try {
          const { rows } = await connection.executeQuery(
            CompiledQuery.raw(text, [...(values ?? [])]),
          )
          return { rows }
        } catch (fault) {
          // A text of several statements may have begun a transaction, which would stay open on a connection that others use next.
          await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
          throw fault
        }
      }),
  }
}
