import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely'
import type { Db } from './open-database.js'
import type { Schema } from './schema.js'

/**
 * Lets many use cases be done or not done as one: `work` is given a database whose transactions are savepoints of the one that is kept when `work`
 * returns, and is not where it throws. They follow each other; one beside another throws.
 */
export function inOneTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => work(new Kysely<Schema>({ dialect: savepoints(tx) })))
}

function savepoints(tx: Transaction<Schema>): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) => tx.executeQuery(query as CompiledQuery<R>),
    streamQuery: () => {
      throw new Error('nothing is streamed in one transaction')
    },
  }
  const say = (words: string) => async () => {
    await tx.executeQuery(CompiledQuery.raw(words))
  }
  let isHeld = false
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      async acquireConnection() {
        if (isHeld) throw new Error('a transaction beside another inside of one')
        isHeld = true
        return connection
      },
      beginTransaction: say('savepoint step'),
      commitTransaction: say('release savepoint step'),
      rollbackTransaction: say('rollback to savepoint step'),
      async releaseConnection() {
        isHeld = false
      },
      destroy: async () => {},
    }),
  }
}
