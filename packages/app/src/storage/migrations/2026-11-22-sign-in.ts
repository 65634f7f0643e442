import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Passwords, sessions, links that work once; and how a region is founded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WHO_IS_IT, ...POLICIES, FOUND]) {
    await sql.raw(statement).execute(db)
  }
}

const TABLES = [
  `create table gongkai.credential (
    tenant_id      uuid not null,
    person_id      uuid not null,
    password_hash  text,
    changed_at     timestamptz,
    totp           bytea,
    totp_step      bigint,
    failures       integer not null default 0,
    locked_until   timestamptz,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,

  `create table gongkai.session (
    tenant_id   uuid not null,
    id          uuid not null,
    token_hash  bytea not null,
    person_id   uuid not null,
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz,
    ended_why   text,
    address     text,
    agent       text,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,
  // Serves the list of one's sessions, newest first, and the ending of all of them.
  `create index session_of on gongkai.session (tenant_id, person_id, seen_at desc)`,

  `create table gongkai.link (
    tenant_id   uuid not null,
    token_hash  bytea not null,
    person_id   uuid not null,
    purpose     text not null check (purpose in ('invitation', 'reset')),
    made_by     uuid,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,
  // Serves the links of one person: a used one ends the others.
  `create index link_of on gongkai.link (tenant_id, person_id)`,
]

/** Which person a login, a session or a link stands for: all that is known before anybody is known. */
const WHO_IS_IT = [
  `create function gongkai.person_of_login(wanted text) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as
    $$ select id from person where tenant_id = current_tenant() and login = wanted $$`,
  `create function gongkai.person_of_session(wanted bytea, at timestamptz, idle_since timestamptz) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as
    $$ select s.person_id from session s
      join person p on p.tenant_id = s.tenant_id and p.id = s.person_id and p.state = 'active'
      where s.tenant_id = current_tenant() and s.token_hash = wanted and s.ended_at is null
        and s.expires_at > at and s.seen_at > idle_since $$`,
  `create function gongkai.person_of_link(wanted bytea, at timestamptz) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as
    $$ select person_id from link
      where tenant_id = current_tenant() and token_hash = wanted and used_at is null and expires_at > at $$`,
  `create function gongkai.only_tenant() returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as
    $$ select tenant_id from tenant limit 1 $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const OWN = `${TENANT} and person_id = gongkai.current_person()`

const POLICIES = [
  `alter table gongkai.credential enable row level security`,
  `create policy credential_own on gongkai.credential to gongkai_app using (${OWN}) with check (${OWN})`,
  `grant select, insert on gongkai.credential to gongkai_app`,
  `grant update (password_hash, changed_at, totp, totp_step, failures, locked_until) on gongkai.credential to gongkai_app`,

  `alter table gongkai.session enable row level security`,
  `create policy session_own on gongkai.session to gongkai_app using (${OWN}) with check (${OWN})`,
  // Whose rights change is signed out everywhere, by whom changes them.
  `create policy session_end on gongkai.session for update to gongkai_app
    using (${TENANT} and gongkai.assigns(person_id)) with check (${TENANT} and ended_at is not null)`,
  `create policy session_of_assigned on gongkai.session for select to gongkai_app
    using (${TENANT} and gongkai.assigns(person_id))`,
  `grant select, insert on gongkai.session to gongkai_app`,
  `grant update (seen_at, ended_at, ended_why) on gongkai.session to gongkai_app`,

  `alter table gongkai.link enable row level security`,
  `create policy link_own on gongkai.link for select to gongkai_app using (${OWN})`,
  `create policy link_use on gongkai.link for update to gongkai_app using (${OWN}) with check (${OWN} and used_at is not null)`,
  `create policy link_make on gongkai.link for insert to gongkai_app
    with check (${TENANT} and (person_id = gongkai.current_person() or gongkai.administers(person_id)))`,
  `grant select, insert on gongkai.link to gongkai_app`,
  `grant update (used_at) on gongkai.link to gongkai_app`,
]

/** A region begins with its supervising authority and its first administrator; there is one region in a database that is set up by hand. */
const FOUND = `
  create function gongkai.found_tenant(
    new_tenant uuid, region text, code text, at timestamptz, day date,
    authority_id uuid, authority_name text, authority_level text,
    person_id uuid, person_login text, person_name text, assignment_id uuid
  ) returns boolean language plpgsql security definer set search_path = gongkai, pg_temp as $$
  begin
    lock table tenant in exclusive mode;
    if exists (select from tenant) then return false; end if;
    insert into tenant values (new_tenant, region, code, at);
    insert into chain_head values (new_tenant, 0, decode(repeat('00', 32), 'hex'));
    insert into authority (tenant_id, id, name, kind, level) values (new_tenant, authority_id, authority_name, 'government', authority_level);
    insert into person (tenant_id, id, login, name, state) values (new_tenant, person_id, person_login, person_name, 'active');
    insert into assignment (tenant_id, id, person_id, authority_id, role, since)
      values (new_tenant, assignment_id, person_id, authority_id, 'administrator', day);
    return true;
  end $$`
