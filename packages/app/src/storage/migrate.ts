import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { installQueue } from '../queue/install-queue.js'
import { SchemaTooNew, ServerTooOld } from './database-words.js'
import { MIGRATIONS } from './migrations/index.js'

/** The oldest server that the statements are written for. */
const OLDEST = 150_000

/**
 * Brings the database of `url` to the present schema, as its owner; two processes that start together wait for each other.
 * Returns the names of the migrations that ran; with `last`, none after that one runs. Throws where one fails: nothing of that run is kept.
 */
export async function migrate(url: string, last?: string): Promise<readonly string[]> {
  // A statement may take its time; a server that takes the connection and says nothing is not waited for.
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await refuseOldServer(db)
    // Held until the connection ends.
    await sql`select pg_advisory_lock(3477, 2)`.execute(db)
    await ensureRole(db)
    await sql`create schema if not exists gongkai`.execute(db)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => MIGRATIONS },
      migrationTableSchema: 'gongkai',
    })
    const { error, results = [] } = await (last
      ? migrator.migrateTo(last)
      : migrator.migrateToLatest())
    if (error) throw faultOf(error)
    await installQueue(db, url)
    return results.map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

/** The library has no code for a migration that was run and is unknown here. */
function faultOf(error: unknown): Error {
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    return new SchemaTooNew(error)
  return new Error('the database could not be brought up to date', { cause: error })
}

async function refuseOldServer(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ number: string; version: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as version`.execute(
    db,
  )
  const { number, version = '' } = rows[0] ?? {}
  if (Number(number) < OLDEST) throw new ServerTooOld(version)
}

/** The role of the use cases belongs to the whole server: another database or process may have made it first. */
async function ensureRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      create role gongkai_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
  await sql`
    do $$ begin
      if not pg_has_role(current_user, 'gongkai_app', 'member') then
        execute format('grant gongkai_app to %I', current_user);
      end if;
    end $$`.execute(db)
}
