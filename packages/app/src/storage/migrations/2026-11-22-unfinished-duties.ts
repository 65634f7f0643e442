import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Who carries on what a dissolved authority left unfinished; who keeps a name apart from another; the version of a region's name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...CARRIER, ...REACH, ...TOLD, ...NAMES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const CARRIER = [
  // The existing authority that carries on: what is asked of every request is one step, however often authorities went over into another.
  `alter table gongkai.authority add column carrier_id uuid,
    add constraint authority_carrier foreign key (tenant_id, carrier_id) references gongkai.authority,
    add constraint authority_carried check (carrier_id is null or (dissolved_on is not null and carrier_id <> id))`,
  // Serves what an authority carries on.
  `create index authority_carried_by on gongkai.authority (tenant_id, carrier_id) where carrier_id is not null`,
  // What was dissolved before goes to the authority that its history names; of several to the first that was named. Where that one is gone too, on to the next.
  `update gongkai.authority a set carrier_id = (
      with recursive heir (id, dissolved_on, depth) as (
        select a.id, a.dissolved_on, 0
        union all
        select n.id, n.dissolved_on, h.depth + 1 from heir h
          cross join lateral (select c.successor_id from gongkai.authority_change c
            where c.tenant_id = a.tenant_id and c.authority_id = h.id and c.successor_id is not null and c.happened_on = h.dissolved_on
            order by c.id limit 1) c
          join gongkai.authority n on n.tenant_id = a.tenant_id and n.id = c.successor_id
          where h.dissolved_on is not null and h.depth < 100)
      select id from heir where dissolved_on is null limit 1)
    where a.dissolved_on is not null`,
  // It exists; who writes it administers it; and what was carried on until now goes on with it.
  `create function gongkai.check_carrier() returns trigger language plpgsql as $$
  begin
    if not exists (select from gongkai.authority c
      where c.tenant_id = new.tenant_id and c.id = new.carrier_id and c.dissolved_on is null) then
      raise exception 'what carries on exists' using errcode = 'check_violation';
    end if;
    if current_user = 'gongkai_app'
      and not exists (select from gongkai.authorities_below('{administrator}') b where b = new.carrier_id) then
      raise exception 'what carries on is not administered' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger check_carrier before insert or update of carrier_id on gongkai.authority
    for each row when (new.carrier_id is not null) execute function gongkai.check_carrier()`,
  `create function gongkai.carry_on() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update authority set carrier_id = new.carrier_id where tenant_id = new.tenant_id and carrier_id = new.id;
    return null;
  end $$`,
  `create trigger carry_on after update of carrier_id on gongkai.authority
    for each row when (new.carrier_id is not null) execute function gongkai.carry_on()`,
  `grant update (carrier_id) on gongkai.authority to gongkai_app`,
]

const REACH = [
  // As before, and whoever works in an authority also does what it carries on. What is administered exists: an administrator's reach stays.
  `create or replace function gongkai.authorities_as(roles text[]) returns setof uuid
    language sql stable ${FROM_OUTSIDE} as $$
    with held (id) as materialized (
      select authorities_of(current_person(), array_remove(roles, 'administrator'))
      union
      select t.authority_id from api_token t
        where t.tenant_id = current_tenant() and t.id = current_person() and t.revoked_at is null
          and exists (select from unnest(t.roles) role where role = any (authorities_as.roles)
            and (role = 'auditor' or t.authority_id in (select authorities_of(t.made_by, array[role])))))
    select id from held
    union
    select b.id from held join authority b on b.tenant_id = current_tenant() and b.carrier_id = held.id
    union
    select authorities_of(current_person(), '{administrator}') where 'administrator' = any (roles) $$`,
  // As before; of what is carried on those are told who carry it on.
  `create or replace function gongkai.holders_of(roles text[], authorities uuid[]) returns table (authority_id uuid, person_id uuid)
    language sql stable ${FROM_OUTSIDE} set plan_cache_mode = force_custom_plan as $$
    with mine as (select array(select authorities_as('{administrator,disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,supervisingOfficer,auditor}')) as ids),
    above as (select array(
      select unnest(b.path) from authority b where b.tenant_id = current_tenant() and b.id = any ((select ids from mine)::uuid[])) as ids),
    held as materialized (
      select a.id, asked as authority_id, a.person_id from unnest(authorities) asked
        cross join lateral (select coalesce(b.carrier_id, b.id) as at from authority b where b.tenant_id = current_tenant() and b.id = asked
          and ((select is_system()) or b.path && (select ids from mine)::uuid[] or b.id = any ((select ids from above)::uuid[])) offset 0) b
        cross join lateral (select * from assignment a where a.tenant_id = current_tenant() and a.authority_id = b.at and a.role = any (roles)
          and a.since <= current_day() and (a.until is null or a.until >= current_day()) offset 0) a
        cross join lateral (select from person p where p.tenant_id = current_tenant() and p.id = a.person_id and p.state <> 'blocked' offset 0) p)
    select h.authority_id, h.person_id from held h
    union
    select h.authority_id, d.deputy_id from held h
      cross join lateral (select * from deputation d where d.tenant_id = current_tenant() and d.assignment_id = h.id
        and d.since <= current_day() and d.until >= current_day() offset 0) d
      cross join lateral (select from person p where p.tenant_id = current_tenant() and p.id = d.deputy_id and p.state <> 'blocked' offset 0) p $$`,
]

/** An administrator reads no reports: of what is unfinished in an authority, this much is told, so that it can be said what goes over. */
const TOLD = [
  `create function gongkai.unfinished_reports(of_authority uuid, own_states text[], below_states text[])
    returns table (id uuid, authority_id uuid, authority text, report_year integer, state text)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, a.id, a.name, r.report_year, r.state
      from authority a join annual_report r on r.tenant_id = a.tenant_id and r.authority_id = a.id
      where a.tenant_id = current_tenant() and of_authority in (select authorities_below('{administrator}'))
        and (r.state = any (own_states) and of_authority in (a.id, a.carrier_id) or r.state = any (below_states) and a.path @> array[of_authority])
        and (r.state not in ('published', 'withdrawn') or r.state = 'published' and exists (
          select from report_version v where v.tenant_id = r.tenant_id and v.report_id = r.id and v.frozen_at is null))
      order by r.report_year, a.place $$`,
]

const NAMES = [
  // A name without what the eye does not tell apart: blanks, and letters of full or half width.
  `create function gongkai.name_key(name text) returns text language sql immutable strict as
    $$ select lower(regexp_replace(normalize(name, NFKC), '\\s', '', 'g')) $$`,
  `alter table gongkai.authority add column name_key text not null generated always as (gongkai.name_key(name)) stored`,
  // Serves the search for another authority of that name. What was registered before may hold two: only what is new is refused.
  `create index authority_name_key on gongkai.authority (tenant_id, name_key) where dissolved_on is null`,
  `alter table gongkai.tenant add column version integer not null default 1`,
  `grant update (name, region_code, version) on gongkai.tenant to gongkai_app`,
]
