import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Whoever is above the authority that carries on what an ended one left is above that too, wherever the ended one stood (ADR 0030). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(BELOW).execute(db)
}

// As before, with what is carried on below. What is administered exists: an administrator's reach stays.
const BELOW = `create or replace function gongkai.authorities_below(roles text[]) returns setof uuid
  language plpgsql stable security definer set search_path = gongkai, pg_temp as $$
  declare
    held uuid[] := array(select authorities_as(roles));
    overseen uuid[] := case when 'administrator' = any (roles)
      then array(select authorities_as(array_remove(roles, 'administrator'))) else held end;
  begin
    if cardinality(held) > 0 then
      return query select b.id from authority b where b.tenant_id = current_tenant() and b.path && held
        union select b.id from authority b join authority c on c.tenant_id = b.tenant_id and c.id = b.carrier_id
          where b.tenant_id = current_tenant() and b.carrier_id is not null and c.path && overseen;
    end if;
  end $$`
