import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What was asked of one's own authorities is found by their index, not by the policy of every report of every year. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const below = (role: string) => `authority_id in (select gongkai.authorities_below('{${role}}'))`

const STATEMENTS = [
  `create function gongkai.asked_collections() returns setof uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select collection_id from annual_report
      where tenant_id = current_tenant() and authority_id = any (array(
        select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))) $$`,
  `drop policy collection_read on gongkai.collection`,
  `create policy collection_read on gongkai.collection for select to gongkai_app using (tenant_id = gongkai.current_tenant() and (
    ${below('supervisingOfficer')} or ${below('auditor')} or id in (select gongkai.asked_collections())))`,
]
