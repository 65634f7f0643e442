import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is added to a request opens its filed case again, but not once it was erased: nothing is left to be filed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create or replace function gongkai.reopen_filing(request uuid) returns void language sql volatile
        security definer set search_path = gongkai, pg_temp as $$
        update request_filing f set outdated = true from request r
          where f.tenant_id = current_tenant() and f.request_id = reopen_filing.request and not f.outdated
            and r.tenant_id = f.tenant_id and r.id = f.request_id and r.erased_at is null;
        update request r set filed_on = null, version = r.version + 1 where r.tenant_id = current_tenant() and r.id = reopen_filing.request
          and r.filed_on is not null and r.erased_at is null $$`,
    )
    .execute(db)
}
