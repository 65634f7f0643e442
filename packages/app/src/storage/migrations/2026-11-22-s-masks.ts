import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What an applicant wrote is told to who does not handle the request without the names and numbers in it (ADR 0030). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const READERS = `'{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'`
const DESK = `'{disclosureOfficer,disclosureHead}'`

const TEXT = `r.number || ' ' || coalesce(r.wanted_title, '') || ' ' || coalesce(r.wanted_number, '') || ' ' || r.wanted`

const STATEMENTS = [
  // Addresses of mail; numbers of identity cards, of mobile and other telephones, of passports and permits.
  `create function gongkai.without_numbers(said text) returns text language sql immutable parallel safe as $$
    select regexp_replace(regexp_replace(said, '[[:alnum:]._+-]+@[[:alnum:].-]+', '＊＊＊', 'g'),
      '[0-9０-９]{17}[0-9０-９XxＸｘ]|1[0-9０-９]{2}[-－ ]?[0-9０-９]{4}[-－ ]?[0-9０-９]{4}|[0０][0-9０-９]{2,3}[-－— ]?[0-9０-９]{7,8}|[A-Za-z]{1,2}[0-9０-９]{7,9}',
      '＊＊＊', 'g') $$`,
  // And the names of who asks and of who speaks for him; what a body is called is no personal matter.
  `create function gongkai.without_names(request uuid, said text) returns text language plpgsql stable ${FROM_OUTSIDE} as $$
  declare
    one text;
    told text := without_numbers(said);
  begin
    for one in select p.name from request_person p join request r on r.tenant_id = p.tenant_id and r.id = p.request_id
      where p.tenant_id = current_tenant() and p.request_id = without_names.request and length(p.name) > 1
        and (p.part = 'agent' or r.applicant_kind = 'person')
    loop
      told := replace(told, one, '＊＊＊');
    end loop;
    return told;
  end $$`,
  // Of these requests, what is told to who does not handle them.
  `create function gongkai.wanted_masked(requests uuid[]) returns table (id uuid, wanted text, title text)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, without_names(r.id, r.wanted), without_names(r.id, r.wanted_title)
      from request r where r.tenant_id = current_tenant() and r.id = any (requests)
        and (r.authority_id in (select authorities_as(${READERS}))
          or r.authority_id in (select authorities_below('{supervisingOfficer,auditor}'))) $$`,
  // As before, but who does not handle the requests finds nothing by what is masked for him.
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
          order by p.request_id desc limit most)) found
      order by found.id desc limit most;
  end $$`,
]
