import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Requests are found by any part of what is asked for, of their number and, for who handles them, of the applicant's name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const READERS = `'{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'`
const DESK = `'{disclosureOfficer,disclosureHead}'`

const TEXT = `r.number || ' ' || coalesce(r.wanted_title, '') || ' ' || coalesce(r.wanted_number, '') || ' ' || r.wanted`

const STATEMENTS = [
  // Two characters at a time, as names are looked for; small letters, of one width, without blanks.
  `create function gongkai.pairs_of(text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct substr(k, at, 2)), '{}')
    from (select gongkai.name_key($1) as k) t, generate_series(1, length(k) - 1) as at $$`,
  `alter table gongkai.request add column pairs text[] not null
    generated always as (gongkai.pairs_of(${TEXT.replaceAll('r.', '')})) stored`,
  `alter table gongkai.request_person add column pairs text[] generated always as (gongkai.pairs_of(name)) stored`,
  // Serve the search below alone: under row-level security no index serves an operator on arrays, which is not leakproof.
  `create index request_pairs on gongkai.request using gin (pairs)`,
  `create index request_person_pairs on gongkai.request_person using gin (pairs)`,
  // The requests of an authority that hold \`part\` (two characters or more), newest first, at most so many: for who may read its register; by name for who
  // may see who asks.
  `create function gongkai.requests_found(authority uuid, part text, before uuid, most integer) returns setof uuid
    language plpgsql stable ${FROM_OUTSIDE} set plan_cache_mode = force_custom_plan as $$
  declare
    sought text := name_key(part);
    pieces text[] := pairs_of(part);
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
          order by r.id desc limit most)
        union
        (select p.request_id from request_person p
          where p.tenant_id = current_tenant() and p.authority_id = authority and (before is null or p.request_id < before)
            and p.pairs @> pieces and strpos(name_key(p.name), sought) > 0
            and exists (select from authorities_as(${DESK}) held where held = authority)
          order by p.request_id desc limit most)) found
      order by found.id desc limit most;
  end $$`,
]
