import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** In which section (内设机构) of the authority somebody works is said with what is assigned to him there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table gongkai.assignment add column section text check (section <> '' and length(section) <= 50)`,
  `grant update (section) on gongkai.assignment to gongkai_app`,
]
