import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What came of an application to correct one's own record (第四十一条). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table gongkai.request
    add column own_result text check (own_result in ('corrected', 'refused', 'forwarded', 'directed')),
    add check (own_result is null or kind = 'ownRecord')`,
  `grant update (own_result) on gongkai.request to gongkai_app`,
]
