import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Regions, their authorities as a tree, people, what they hold, and who sees and changes what of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WHO_ASKS, ...WHAT_IS_THEIRS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const TABLES = [
  `grant usage on schema gongkai to gongkai_app`,

  // One region, one register: every table begins with it, and no reference leaves it.
  `create table gongkai.tenant (
    tenant_id    uuid primary key,
    name         text not null check (name <> ''),
    region_code  text,
    created_at   timestamptz not null
  )`,

  `create table gongkai.authority (
    tenant_id       uuid not null references gongkai.tenant,
    id              uuid not null,
    parent_id       uuid,
    path            uuid[] not null,
    name            text not null check (name <> ''),
    short_name      text,
    kind            text not null check (kind in ('government', 'department', 'township', 'subdistrict', 'fieldOffice', 'authorised', 'other')),
    level           text not null check (level in ('province', 'city', 'county', 'township')),
    credit_code     text,
    region_code     text,
    document_code   text,
    address         text,
    postal_code     text,
    phone           text,
    fax             text,
    email           text,
    office_hours    text,
    site            text,
    review_body     text,
    court           text,
    seal_place      text check (seal_place in ('onSignature', 'none')),
    established_on  date,
    dissolved_on    date,
    version         integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent_id) references gongkai.authority,
    -- A row stands for a time, if only for a day.
    check (dissolved_on > established_on)
  )`,
  // A name is held once among the authorities that exist; that of a dissolved one may be taken again.
  `create unique index authority_name on gongkai.authority (tenant_id, name) where dissolved_on is null`,
  `create unique index authority_credit_code on gongkai.authority (tenant_id, credit_code) where dissolved_on is null and credit_code is not null`,
  // Serves “everything below”: path @> array[id].
  `create index authority_path on gongkai.authority using gin (path)`,
  // The path as text: an index on it serves a page of the tree in its order, and of what is below one authority. (Under
  // row-level security no index serves a comparison of arrays, which is not leakproof.)
  `create function gongkai.place_of(path uuid[]) returns text language sql immutable strict as
    $$ select array_to_string(path, '/') $$`,
  `alter table gongkai.authority add column place text collate "C" not null generated always as (gongkai.place_of(path)) stored`,
  `create index authority_place on gongkai.authority (tenant_id, place)`,
  // Serves the count of what is directly below. It answers alone, so that it is taken also before there are statistics.
  `create index authority_parent on gongkai.authority (tenant_id, parent_id) where dissolved_on is null`,

  `create table gongkai.authority_change (
    tenant_id         uuid not null,
    id                uuid not null,
    authority_id      uuid not null,
    kind              text not null check (kind in ('renamed', 'moved', 'merged', 'split', 'dissolved')),
    happened_on       date not null,
    name_before       text,
    name_after        text,
    parent_before_id  uuid,
    parent_after_id   uuid,
    successor_id      uuid,
    note              text,
    primary key (tenant_id, id),
    foreign key (tenant_id, authority_id) references gongkai.authority,
    foreign key (tenant_id, parent_before_id) references gongkai.authority,
    foreign key (tenant_id, parent_after_id) references gongkai.authority,
    foreign key (tenant_id, successor_id) references gongkai.authority,
    -- Each kind says what it is about, and nothing else.
    check ((kind = 'renamed') = (name_before is not null) and (kind = 'renamed') = (name_after is not null)),
    check ((kind = 'moved') = (parent_before_id is not null) and (kind = 'moved') = (parent_after_id is not null)),
    check ((kind in ('merged', 'split', 'dissolved')) = (successor_id is not null)),
    check (successor_id <> authority_id)
  )`,
  // Serves the history and the successors of one authority.
  `create index authority_change_of on gongkai.authority_change (tenant_id, authority_id, happened_on)`,
  // Serves its predecessors.
  `create index authority_change_into on gongkai.authority_change (tenant_id, successor_id, happened_on) where successor_id is not null`,

  `create table gongkai.person (
    tenant_id  uuid not null references gongkai.tenant,
    id         uuid not null,
    login      text not null check (login <> ''),
    name       text not null check (name <> ''),
    phone      text,
    email      text,
    state      text not null check (state in ('invited', 'active', 'blocked')),
    version    integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, login)
  )`,
  // Serves the list of people, page by page.
  `create index person_name on gongkai.person (tenant_id, name, id)`,

  `create table gongkai.assignment (
    tenant_id     uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    authority_id  uuid not null,
    role          text not null check (role in (
      'administrator', 'disclosureOfficer', 'sectionHandler', 'reviewer', 'secrecyReviewer',
      'disclosureHead', 'leader', 'supervisingOfficer', 'auditor')),
    since         date not null,
    until         date,
    version       integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references gongkai.person,
    foreign key (tenant_id, authority_id) references gongkai.authority,
    -- The last day. What ends on the day on which it was given has the day before.
    check (until is null or until >= since - 1)
  )`,
  // Nobody holds the same role in the same authority twice at a time.
  `create unique index assignment_once on gongkai.assignment (tenant_id, person_id, authority_id, role) where until is null`,
  // Serves who holds what in an authority.
  `create index assignment_in on gongkai.assignment (tenant_id, authority_id, role)`,
  // Serves all that a person holds.
  `create index assignment_of on gongkai.assignment (tenant_id, person_id)`,

  `create table gongkai.deputation (
    tenant_id      uuid not null,
    id             uuid not null,
    assignment_id  uuid not null,
    deputy_id      uuid not null,
    since          date not null,
    until          date not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, assignment_id) references gongkai.assignment,
    foreign key (tenant_id, deputy_id) references gongkai.person,
    -- The last day of the absence. What ends before it began has the day before its first.
    check (until >= since - 1)
  )`,
  // Serve what a deputy stands in for, and who stands in for an assignment.
  `create index deputation_of on gongkai.deputation (tenant_id, deputy_id)`,
  `create index deputation_for on gongkai.deputation (tenant_id, assignment_id)`,

  // Nobody is given anything in a dissolved authority, even in the moment in which it is dissolved.
  `create function gongkai.refuse_dissolved() returns trigger language plpgsql security definer set search_path = gongkai, pg_temp as $$
  begin
    perform from authority where tenant_id = new.tenant_id and id = new.authority_id and dissolved_on is null for share;
    if not found then
      raise exception 'the authority is dissolved' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger refuse_dissolved before insert on gongkai.assignment
    for each row execute function gongkai.refuse_dissolved()`,

  // The place in the tree is kept by the database: what is below an authority moves with it.
  `create function gongkai.place_authority() returns trigger language plpgsql as $$
  begin
    if new.parent_id is null then
      new.path := array[new.id];
    else
      select path || new.id into strict new.path from gongkai.authority
        where tenant_id = new.tenant_id and id = new.parent_id;
      if new.id = any (new.path[1:cardinality(new.path) - 1]) then
        raise exception 'an authority cannot be below itself' using errcode = 'check_violation';
      end if;
    end if;
    -- No policy sees the row before and after: that nothing is moved to whom the mover does not administer is said here.
    if tg_op = 'UPDATE' and current_user = 'gongkai_app' and new.parent_id is distinct from old.parent_id
      and not exists (select from gongkai.authorities_below('{administrator}') b where b = new.parent_id) then
      raise exception 'the new superior is not administered' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger place_authority before insert or update of parent_id on gongkai.authority
    for each row execute function gongkai.place_authority()`,
  `create function gongkai.move_subordinates() returns trigger language plpgsql security definer set search_path = gongkai, pg_temp as $$
  begin
    update authority set path = new.path || path[cardinality(old.path) + 1:]
      where tenant_id = new.tenant_id and path @> array[new.id] and id <> new.id;
    return null;
  end $$`,
  `create trigger move_subordinates after update of parent_id on gongkai.authority
    for each row when (old.path is distinct from new.path) execute function gongkai.move_subordinates()`,
]

/** What a transaction was told of who asks; unset, it is nobody. */
const WHO_ASKS = [
  `create function gongkai.current_tenant() returns uuid language sql stable as
    $$ select nullif(current_setting('gongkai.tenant', true), '')::uuid $$`,
  `create function gongkai.current_person() returns uuid language sql stable as
    $$ select nullif(current_setting('gongkai.person', true), '')::uuid $$`,
  `create function gongkai.current_day() returns date language sql stable as
    $$ select coalesce(nullif(current_setting('gongkai.day', true), '')::date, (now() at time zone 'Asia/Shanghai')::date) $$`,
]

/** Owned by the owner and run with the owner's rights: they read what decides rights, and only for who asks. */
const WHAT_IS_THEIRS = [
  `create function gongkai.authorities_as(roles text[]) returns setof uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select a.authority_id from assignment a
      join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.state = 'active'
      where a.tenant_id = current_tenant() and a.person_id = current_person() and a.role = any (roles)
        and a.since <= current_day() and (a.until is null or a.until >= current_day())
    union
    select a.authority_id from deputation d
      join assignment a on a.tenant_id = d.tenant_id and a.id = d.assignment_id
      join person h on h.tenant_id = a.tenant_id and h.id = a.person_id and h.state = 'active'
      join person p on p.tenant_id = d.tenant_id and p.id = d.deputy_id and p.state = 'active'
      where d.tenant_id = current_tenant() and d.deputy_id = current_person() and a.role = any (roles)
        and d.since <= current_day() and d.until >= current_day()
        and a.since <= current_day() and (a.until is null or a.until >= current_day()) $$`,
  `create function gongkai.authorities_below(roles text[]) returns setof uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select b.id from authority b
      where b.tenant_id = current_tenant() and b.path && array(select authorities_as(roles)) $$`,
  `create function gongkai.is_staff() returns boolean
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select exists (select from person where tenant_id = current_tenant() and id = current_person() and state = 'active') $$`,
  // Who gives or ends an assignment signs the person out.
  `create function gongkai.assigns(person uuid) returns boolean
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select exists (select from assignment where tenant_id = current_tenant() and person_id = person
        and authority_id in (select authorities_below('{administrator}'))) $$`,
  // Whoever could block a person or set a new password could act as that person: everything the person holds or stands in for must be below.
  `create function gongkai.administers(person uuid) returns boolean
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select exists (select authorities_as('{administrator}'))
      and (assigns(person)
        or not exists (select from assignment where tenant_id = current_tenant() and person_id = person))
      and not exists (
        select from assignment a where a.tenant_id = current_tenant()
          and (a.until is null or a.until >= current_day())
          and (a.person_id = person or a.id in (
            select assignment_id from deputation
            where tenant_id = current_tenant() and deputy_id = person and until >= current_day()))
          and a.authority_id not in (select authorities_below('{administrator}'))) $$`,
  `create function gongkai.holds_or_administers(assignment uuid) returns boolean
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select exists (select from assignment a where a.tenant_id = current_tenant() and a.id = assignment
      and (a.person_id = current_person() or a.authority_id in (select authorities_below('{administrator}')))) $$`,
]

const ADMINISTERED = `authority_id in (select gongkai.authorities_below('{administrator}'))`

/** The same of an authority itself, by its own path: no other row is read for it. */
const IN_ADMINISTERED = `path && array(select gongkai.authorities_as('{administrator}'))`

const POLICIES = [
  `alter table gongkai.tenant enable row level security`,
  `create policy tenant_read on gongkai.tenant for select to gongkai_app using (tenant_id = gongkai.current_tenant())`,
  `grant select on gongkai.tenant to gongkai_app`,

  // Names, addresses and telephones of authorities are public by law (Article 12 of the Regulations).
  `alter table gongkai.authority enable row level security`,
  `create policy authority_read on gongkai.authority for select to gongkai_app using (tenant_id = gongkai.current_tenant())`,
  `create policy authority_add on gongkai.authority for insert to gongkai_app
    with check (tenant_id = gongkai.current_tenant() and ${IN_ADMINISTERED})`,
  `create policy authority_change on gongkai.authority for update to gongkai_app
    using (tenant_id = gongkai.current_tenant() and ${IN_ADMINISTERED})
    with check (tenant_id = gongkai.current_tenant() and ${IN_ADMINISTERED})`,
  `grant select, insert on gongkai.authority to gongkai_app`,
  `grant update (parent_id, name, short_name, kind, level, credit_code, region_code, document_code, address, postal_code,
    phone, fax, email, office_hours, site, review_body, court, seal_place, established_on, dissolved_on, version)
    on gongkai.authority to gongkai_app`,

  `alter table gongkai.authority_change enable row level security`,
  `create policy authority_change_read on gongkai.authority_change for select to gongkai_app using (tenant_id = gongkai.current_tenant())`,
  `create policy authority_change_add on gongkai.authority_change for insert to gongkai_app
    with check (tenant_id = gongkai.current_tenant() and ${ADMINISTERED}
      and (successor_id is null or successor_id in (select gongkai.authorities_below('{administrator}'))))`,
  `grant select, insert on gongkai.authority_change to gongkai_app`,

  `alter table gongkai.person enable row level security`,
  `create policy person_read on gongkai.person for select to gongkai_app
    using (tenant_id = gongkai.current_tenant() and (id = gongkai.current_person() or (select gongkai.is_staff())))`,
  `create policy person_add on gongkai.person for insert to gongkai_app
    with check (tenant_id = gongkai.current_tenant() and exists (select gongkai.authorities_as('{administrator}')))`,
  `create policy person_change on gongkai.person for update to gongkai_app
    using (tenant_id = gongkai.current_tenant() and gongkai.administers(id))
    with check (tenant_id = gongkai.current_tenant())`,
  // Who accepts an invitation becomes active; nobody lifts the own block.
  `create policy person_accept on gongkai.person for update to gongkai_app
    using (tenant_id = gongkai.current_tenant() and id = gongkai.current_person() and state = 'invited')
    with check (tenant_id = gongkai.current_tenant() and id = gongkai.current_person() and state = 'active')`,
  `grant select, insert on gongkai.person to gongkai_app`,
  `grant update (name, phone, email, state, version) on gongkai.person to gongkai_app`,

  `alter table gongkai.assignment enable row level security`,
  `create policy assignment_read on gongkai.assignment for select to gongkai_app
    using (tenant_id = gongkai.current_tenant() and (person_id = gongkai.current_person() or (select gongkai.is_staff())))`,
  `create policy assignment_add on gongkai.assignment for insert to gongkai_app
    with check (tenant_id = gongkai.current_tenant() and ${ADMINISTERED})`,
  `create policy assignment_change on gongkai.assignment for update to gongkai_app
    using (tenant_id = gongkai.current_tenant() and ${ADMINISTERED})
    with check (tenant_id = gongkai.current_tenant() and ${ADMINISTERED})`,
  `grant select, insert on gongkai.assignment to gongkai_app`,
  `grant update (until, version) on gongkai.assignment to gongkai_app`,

  `alter table gongkai.deputation enable row level security`,
  `create policy deputation_read on gongkai.deputation for select to gongkai_app using (tenant_id = gongkai.current_tenant() and (select gongkai.is_staff()))`,
  `create policy deputation_add on gongkai.deputation for insert to gongkai_app
    with check (tenant_id = gongkai.current_tenant() and gongkai.holds_or_administers(assignment_id))`,
  `create policy deputation_change on gongkai.deputation for update to gongkai_app
    using (tenant_id = gongkai.current_tenant() and gongkai.holds_or_administers(assignment_id))`,
  `grant select, insert on gongkai.deputation to gongkai_app`,
  `grant update (until) on gongkai.deputation to gongkai_app`,
]
