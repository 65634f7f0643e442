import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** A token drafts or collects only as long as whoever made it may do so there himself; reading is the administrator's to give. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(AUTHORITIES_AS).execute(db)
}

const AUTHORITIES_AS = `create or replace function gongkai.authorities_as(roles text[]) returns setof uuid
  language sql stable security definer set search_path = gongkai, pg_temp as $$
  select authorities_of(current_person(), roles)
  union
  select t.authority_id from api_token t
    where t.tenant_id = current_tenant() and t.id = current_person() and t.revoked_at is null
      and exists (select from unnest(t.roles) held where held = any (authorities_as.roles)
        and (held = 'auditor' or t.authority_id in (select authorities_of(t.made_by, array[held])))) $$`
