import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Work in the background and what comes of it, once; notices to persons, and what of them goes out as mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...SYSTEM, ...TABLES, ...POLICIES]) await sql.raw(statement).execute(db)
}

/**
 * Work in the background is done by the region itself: the person whose id is that of the region. It has no row in person, so it has no
 * credential, session, link or assignment, and nobody can sign in as it; it holds no role, so no right of a use case reaches it. It may what
 * a policy names.
 */
const SYSTEM = [
  `create function gongkai.is_system() returns boolean language sql stable as
    $$ select gongkai.current_person() = gongkai.current_tenant() $$`,
  // Nobody becomes the region.
  `alter table gongkai.person add constraint person_is_not_the_region check (id <> tenant_id)`,
  // Whose root it is: background work is the affair of the whole region.
  `create function gongkai.at_root(roles text[]) returns boolean
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select exists (select from authority where tenant_id = current_tenant() and parent_id is null
      and id in (select authorities_as(roles))) $$`,
]

const TABLES = [
  // Beside each job of gongkai_jobs: whose it is, who asked, how far it is.
  `create table gongkai.job (
    tenant_id  uuid not null references gongkai.tenant,
    id         uuid not null,
    queue      text not null,
    asked_by   uuid,
    asked_at   timestamptz not null,
    done       integer not null default 0,
    total      integer,
    message    text,
    primary key (tenant_id, id),
    check (done >= 0 and (total is null or total >= done))
  )`,
  // Serves the list of one queue, newest first; ids rise with time.
  `create index job_of_queue on gongkai.job (tenant_id, queue, id desc)`,

  // What was done stands here from the transaction in which it was done: a second run finds it.
  `create table gongkai.effect (
    tenant_id   uuid not null references gongkai.tenant,
    key         text not null check (key <> ''),
    claimed_at  timestamptz not null default now(),
    primary key (tenant_id, key)
  )`,

  `create table gongkai.notice (
    tenant_id   uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    kind        text not null,
    title       text not null check (title <> ''),
    body        text not null check (body <> ''),
    path        text not null check (path like '/%'),
    mail        text,
    created_at  timestamptz not null default now(),
    read_at     timestamptz,
    mailed_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,
  // Serves a person's notices, newest first; ids rise with time.
  `create index notice_of on gongkai.notice (tenant_id, person_id, id desc)`,
  // Serves the unread ones and their count.
  `create index notice_unread on gongkai.notice (tenant_id, person_id, id desc) where read_at is null`,

  `create table gongkai.notice_choice (
    tenant_id  uuid not null,
    person_id  uuid not null,
    kind       text not null,
    mail       boolean not null,
    primary key (tenant_id, person_id, kind),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,

  `create table gongkai.quiet_hours (
    tenant_id  uuid not null,
    person_id  uuid not null,
    since      text not null check (since ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    until      text not null check (until ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const OWN = `${TENANT} and person_id = gongkai.current_person()`
const SYSTEM_ONLY = `${TENANT} and (select gongkai.is_system())`

const POLICIES = [
  // Mail goes to the address of a person.
  `create policy person_read_by_system on gongkai.person for select to gongkai_app using (${SYSTEM_ONLY})`,

  `alter table gongkai.job enable row level security`,
  `create policy job_read on gongkai.job for select to gongkai_app
    using (${TENANT} and (asked_by = gongkai.current_person() or (select gongkai.is_system())
      or (select gongkai.at_root('{administrator,auditor}'))))`,
  `create policy job_ask on gongkai.job for insert to gongkai_app
    with check (${TENANT} and asked_by is not distinct from gongkai.current_person())`,
  `create policy job_progress on gongkai.job for update to gongkai_app
    using (${SYSTEM_ONLY}) with check (${SYSTEM_ONLY})`,
  // The administrator of the region cancels and retries, which says so in the message.
  `create policy job_change on gongkai.job for update to gongkai_app
    using (${TENANT} and (select gongkai.at_root('{administrator}')))
    with check (${TENANT} and (select gongkai.at_root('{administrator}')))`,
  `grant select, insert on gongkai.job to gongkai_app`,
  `grant update (done, total, message) on gongkai.job to gongkai_app`,

  `alter table gongkai.effect enable row level security`,
  `create policy effect_read on gongkai.effect for select to gongkai_app using (${SYSTEM_ONLY})`,
  `create policy effect_claim on gongkai.effect for insert to gongkai_app with check (${SYSTEM_ONLY})`,
  `grant select, insert on gongkai.effect to gongkai_app`,

  `alter table gongkai.notice enable row level security`,
  `create policy notice_own on gongkai.notice for select to gongkai_app using (${OWN})`,
  `create policy notice_read_by_system on gongkai.notice for select to gongkai_app using (${SYSTEM_ONLY})`,
  // Whoever does something tells those whom it concerns; nobody tells in advance that it was read or mailed.
  `create policy notice_add on gongkai.notice for insert to gongkai_app
    with check (${TENANT} and ((select gongkai.is_staff()) or (select gongkai.is_system())) and read_at is null and mailed_at is null)`,
  `create policy notice_mark on gongkai.notice for update to gongkai_app using (${OWN}) with check (${OWN})`,
  `create policy notice_mailed on gongkai.notice for update to gongkai_app using (${SYSTEM_ONLY}) with check (${SYSTEM_ONLY})`,
  `grant select, insert on gongkai.notice to gongkai_app`,
  `grant update (read_at, mailed_at) on gongkai.notice to gongkai_app`,

  ...['notice_choice', 'quiet_hours'].flatMap((table) => [
    `alter table gongkai.${table} enable row level security`,
    `create policy ${table}_own on gongkai.${table} to gongkai_app using (${OWN}) with check (${OWN})`,
    `create policy ${table}_read_by_system on gongkai.${table} for select to gongkai_app using (${SYSTEM_ONLY})`,
    `grant select, insert, update on gongkai.${table} to gongkai_app`,
  ]),
]
