import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Another key takes the place of the one in force: both are known until all is sealed with the new one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const STATEMENTS = [
  `alter table gongkai.tenant add column former_key_id text check (former_key_id <> key_id)`,
  // From now on \`told\` is in force and \`former\` opens what is not sealed anew yet. Only from the one that is in force, and not before the last time was finished.
  `create function gongkai.turn_key(told text, former text) returns boolean language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update tenant set key_id = told, former_key_id = former where key_id = former and former_key_id is null;
    return found;
  end $$`,
  // By which key what is not sealed anew yet is opened; null where all is.
  `create function gongkai.former_key() returns text language sql stable ${FROM_OUTSIDE} as $$
    select former_key_id from tenant limit 1 $$`,
]
