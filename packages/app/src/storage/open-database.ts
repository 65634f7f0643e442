import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.js'

export type Db = Kysely<Schema>

export type OpenDatabase = {
  readonly db: Db
  readonly close: () => Promise<void>
}

/**
 * The pool of the use cases on the database of `url`. Each of its connections comes up as a role that owns nothing and may bypass
 * nothing, so that row-level security holds; where the server does not allow that, there is no connection. A server that hangs counts as
 * away: a use throws where no connection comes up or is free within `patience.connectMs`, or a statement is not answered within `answerMs`.
 */
export function openDatabase(url: string, most = 10, patience = PATIENCE): OpenDatabase {
  return open(url, '-c role=gongkai_app -c search_path=gongkai', most, {
    connectionTimeoutMillis: patience.connectMs,
    query_timeout: patience.answerMs,
    // One that broke without a word is not used for ever.
    maxLifetimeSeconds: 600,
  })
}

/** One connection of the owner, whom no policy holds: for copies and for the export of the whole log, and for no use case. */
export function openAsOwner(url: string): OpenDatabase {
  return open(url, '-c search_path=gongkai', 1)
}

/** Milliseconds; the longest statement of a use case takes far less. */
const PATIENCE = { connectMs: 10_000, answerMs: 30_000 }

function open(
  connectionString: string,
  options: string,
  max: number,
  limits: Pick<
    pg.PoolConfig,
    'connectionTimeoutMillis' | 'query_timeout' | 'maxLifetimeSeconds'
  > = {},
): OpenDatabase {
  const types = { getTypeParser }
  const pool = new pg.Pool({
    ...{ connectionString, options, application_name: 'gongkai', max, types },
    ...limits,
  })
  // A server that goes away breaks idle connections: the pool makes new ones, and the next use says what is wrong.
  pool.on('error', () => {})
  // One that is in use says it twice: to its query, and, without a listener of its own, to the process, which would end.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}

/** bigint: the numbers kept in it (sequence numbers, counts) stay far below 2^53. */
const BIGINT = 20
/** A date is a day in China and no instant: it stays `YYYY-MM-DD`. */
const DATE = 1082

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [BIGINT]: Number,
  [DATE]: String,
}

function getTypeParser(type: number, format?: 'text' | 'binary') {
  return PARSERS[type] ?? pg.types.getTypeParser(type, format)
}
