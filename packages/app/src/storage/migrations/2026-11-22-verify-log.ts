import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The region itself reads its log from the first event on: every night the chain is verified. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const SYSTEM_ONLY = `tenant_id = gongkai.current_tenant() and (select gongkai.is_system())`

const STATEMENTS = [
  `create policy event_read_by_system on gongkai.event for select to gongkai_app using (${SYSTEM_ONLY})`,
]
