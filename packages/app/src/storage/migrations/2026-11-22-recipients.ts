import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Who is told of what happens to the affairs of an authority. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [HOLDERS, ...NO_LONGER]) await sql.raw(statement).execute(db)
}

const ROLES =
  'administrator,disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,supervisingOfficer,auditor'

/**
 * Who holds one of the roles in these authorities today, and who stands in for one of them: the ids alone, of authorities above and below what who
 * asks holds something in, that itself included. Of authorities beside it nothing is told. Who is blocked is left out, with the deputies, as in
 * `authorities_of`; who is invited finds it on coming in. A plan for any arrays would be ten times slower than one for these.
 */
const HOLDERS = `create function gongkai.holders_of(roles text[], authorities uuid[]) returns table (authority_id uuid, person_id uuid)
  language sql stable security definer set search_path = gongkai, pg_temp set plan_cache_mode = force_custom_plan as $$
  with mine as (select array(select authorities_as('{${ROLES}}')) as ids),
  above as (select array(
    select unnest(b.path) from authority b where b.tenant_id = current_tenant() and b.id = any ((select ids from mine)::uuid[])) as ids),
  -- One authority after the other, each by its index: a thousand are as many lookups, whatever the statistics say.
  held as materialized (
    select a.id, a.authority_id, a.person_id from unnest(authorities) asked
      cross join lateral (select from authority b where b.tenant_id = current_tenant() and b.id = asked
        and ((select is_system()) or b.path && (select ids from mine)::uuid[] or b.id = any ((select ids from above)::uuid[])) offset 0) b
      cross join lateral (select * from assignment a where a.tenant_id = current_tenant() and a.authority_id = asked and a.role = any (roles)
        and a.since <= current_day() and (a.until is null or a.until >= current_day()) offset 0) a
      cross join lateral (select from person p where p.tenant_id = current_tenant() and p.id = a.person_id and p.state <> 'blocked' offset 0) p)
  select h.authority_id, h.person_id from held h
  union
  select h.authority_id, d.deputy_id from held h
    cross join lateral (select * from deputation d where d.tenant_id = current_tenant() and d.assignment_id = h.id
      and d.since <= current_day() and d.until >= current_day() offset 0) d
    cross join lateral (select from person p where p.tenant_id = current_tenant() and p.id = d.deputy_id and p.state <> 'blocked' offset 0) p $$`

/** The reminders ask that function; the region itself reads no list of who holds what. */
const NO_LONGER = ['assignment', 'deputation'].map(
  (table) => `drop policy ${table}_read_by_system on gongkai.${table}`,
)
