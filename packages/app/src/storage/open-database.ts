import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { answers } from './answers.js'
import { type Doubt, unlessHanging } from './hanging.js'
import type { Schema } from './schema.js'

export type Db = Kysely<Schema>

export type OpenDatabase = {
  readonly db: Db
  readonly close: () => Promise<void>
}

/**
 * The pool of the use cases on the database of `url`. Each of its connections comes up as a role that owns nothing and may bypass
 * nothing, so that row-level security holds; where the server does not allow that, there is no connection. A use throws where no connection comes up
 * or is free within `connectMs`, where a statement is not answered within `answerMs`, and within seconds where the server hangs.
 */
export function openDatabase(url: string, most = 10, patience = PATIENCE): OpenDatabase {
  const pool = newPool(url, '-c role=gongkai_app -c search_path=gongkai', most, {
    connectionTimeoutMillis: patience.connectMs,
    query_timeout: patience.answerMs,
    // A new connection reads the catalogue anew: one is kept for the next question, but one that broke without a word not for ever.
    ...{ idleTimeoutMillis: 60_000, maxLifetimeSeconds: 600 },
  })
  return over(unlessHanging(pool, () => answers(url, patience.probeMs), patience))
}

/** One connection of the owner, whom no policy holds: for copies and for the export of the whole log, and for no use case. */
export function openAsOwner(url: string): OpenDatabase {
  return over(newPool(url, '-c search_path=gongkai', 1))
}

type Patience = Doubt & {
  readonly connectMs: number
  readonly answerMs: number
  /** So long it is waited for whether the server answers at all. */
  readonly probeMs: number
}

/** Milliseconds. A statement of a use case may take long, a server that answers nothing is known for it after two and three seconds. */
const PATIENCE: Patience = {
  ...{ connectMs: 10_000, answerMs: 30_000 },
  ...{ doubtMs: 2000, probeMs: 3000, pauseMs: 3000 },
}

function newPool(
  connectionString: string,
  options: string,
  max: number,
  limits: pg.PoolConfig = {},
): pg.Pool {
  const types = { getTypeParser }
  const pool = new pg.Pool({
    ...{ connectionString, options, application_name: 'gongkai', max, types },
    ...limits,
  })
  // A server that goes away breaks idle connections: the pool makes new ones, and the next use says what is wrong.
  pool.on('error', () => {})
  // One that is in use says it twice: to its query, and, without a listener of its own, to the process, which would end.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

function over(pool: PostgresPool): OpenDatabase {
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
