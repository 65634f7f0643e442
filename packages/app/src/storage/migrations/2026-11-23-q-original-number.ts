import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What was imported is found by the number that it had before, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const READERS = `'{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'`
const DESK = `'{disclosureOfficer,disclosureHead}'`
const TEXT = `r.number || ' ' || coalesce(r.wanted_title, '') || ' ' || coalesce(r.wanted_number, '') || ' ' || r.wanted`

const STATEMENTS = [
  // Serves the search below.
  `create index request_original_pairs on gongkai.request using gin (gongkai.pairs_of(original_number)) where original_number is not null`,
  // As before, and by the number that a request had before it was imported, which everybody who reads the register sees.
  `create or replace function gongkai.requests_found(authority uuid, part text, before uuid, most integer) returns setof uuid
    language plpgsql stable ${FROM_OUTSIDE} set plan_cache_mode = force_custom_plan as $$
  declare
    sought text := name_key(part);
    pieces text[] := pairs_of(part);
    handles boolean := exists (select from authorities_as(${DESK}) held where held = authority);
  begin
    if cardinality(pieces) = 0 or (
      not exists (select from authorities_as(${READERS}) held where held = authority)
      and not exists (select from authorities_below('{supervisingOfficer,auditor}') held where held = authority)) then
      return;
    end if;
    return query
      select found.id from (
        (select r.id from request r
          where r.tenant_id = current_tenant() and r.authority_id = authority and (before is null or r.id < before) and r.pairs @> pieces
            and strpos(name_key(${TEXT}), sought) > 0
            and (handles or strpos(name_key(r.number || ' ' || without_names(r.id, ${TEXT.replace("r.number || ' ' || ", '')})), sought) > 0)
          order by r.id desc limit most)
        union
        (select p.request_id from request_person p
          where p.tenant_id = current_tenant() and p.authority_id = authority and (before is null or p.request_id < before)
            and p.pairs @> pieces and strpos(name_key(p.name), sought) > 0 and handles
          order by p.request_id desc limit most)
        union
        (select r.id from request r
          where r.tenant_id = current_tenant() and r.authority_id = authority and (before is null or r.id < before)
            and r.original_number is not null and pairs_of(r.original_number) @> pieces
            and strpos(name_key(r.original_number), sought) > 0
          order by r.id desc limit most)) found
      order by found.id desc limit most;
  end $$`,
]
