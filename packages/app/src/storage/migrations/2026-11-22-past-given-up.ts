import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** A file of years past that was never read can be taken out of the queue, with a reason, as any other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(GIVE_UP).execute(db)
}

const SUPERVISED = `tenant_id = gongkai.current_tenant()
  and authority_id in (select gongkai.authorities_below('{supervisingOfficer}'))`

const GIVE_UP = `create policy past_item_give_up on gongkai.past_item for update to gongkai_app
  using (${SUPERVISED} and state = 'waiting')
  with check (${SUPERVISED} and state = 'discarded' and decided_by = gongkai.current_person())`
