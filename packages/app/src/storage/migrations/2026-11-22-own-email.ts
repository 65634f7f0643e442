import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** One's own new e-mail address waits beside a link that is mailed there, until the link is opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table gongkai.link add column email text`,
  `alter table gongkai.link drop constraint link_purpose_check`,
  `alter table gongkai.link add constraint link_purpose_check check (purpose in ('invitation', 'reset', 'email'))`,
  // An address waits where it is to be confirmed, and nowhere else.
  `alter table gongkai.link add constraint link_email_check check ((purpose = 'email') = (email is not null))`,
]
