import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The number of the key that seals personal data: an installation that is started with another one, or with none, says so before it writes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table gongkai.tenant add column key_id text`,
  // The key in force; the first one that is told stays. Null before there is a region.
  `create function gongkai.remember_key(told text) returns text
    language sql volatile security definer set search_path = gongkai, pg_temp as $$
    update tenant set key_id = coalesce(key_id, told) returning key_id $$`,
]
