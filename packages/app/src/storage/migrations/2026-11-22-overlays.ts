import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is laid over the law's data, who approved it, and the dates that move with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const TABLES = [
  // It stays as it was proposed: what became of it are steps.
  `create table gongkai.overlay (
    tenant_id     uuid not null,
    id            uuid not null,
    kind          text not null check (kind in ('holidays', 'localDuty', 'value')),
    content       json not null,
    title         text not null check (title <> ''),
    number        text check (number <> ''),
    issued_on     date not null,
    found_at      text check (found_at <> ''),
    proposed_by   uuid not null,
    proposed_for  uuid,
    proposed_at   timestamptz not null,
    primary key (tenant_id, id)
  )`,
  `create table gongkai.overlay_step (
    tenant_id   uuid not null,
    -- The last number of a region says whether its law still stands as it was read.
    no          integer not null check (no > 0),
    overlay_id  uuid not null,
    step        text not null check (step in ('approved', 'rejected', 'withdrawn')),
    reason      text check (reason <> ''),
    taken_by    uuid not null,
    taken_at    timestamptz not null,
    moved       json,
    primary key (tenant_id, no),
    foreign key (tenant_id, overlay_id) references gongkai.overlay,
    -- What does not hold, or no longer, says why.
    check (step = 'approved' or reason is not null)
  )`,
  // An overlay is decided once, and withdrawn once.
  `create unique index overlay_decided on gongkai.overlay_step (tenant_id, overlay_id) where step in ('approved', 'rejected')`,
  `create unique index overlay_withdrawn on gongkai.overlay_step (tenant_id, overlay_id) where step = 'withdrawn'`,
  // The last day to publish is public (Article 49), also of what is not published yet.
  `create trigger stamp_due after update of due_on on gongkai.annual_report for each row
    when (old.due_on is distinct from new.due_on) execute function gongkai.stamp_public()`,
]

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const IN_CHARGE = `(select gongkai.at_root('{administrator,supervisingOfficer}'))`

/** An administrator reads no reports: of what is open, this much is told, and only the day moves. */
const FUNCTIONS = [
  `create function gongkai.open_due() returns table (
      report_id uuid, authority_id uuid, authority text, kind text, level text, report_year integer, due_on date, local_duties json)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, a.id, a.name, a.kind, a.level, r.report_year, r.due_on, c.local_duties
      from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join collection c on c.tenant_id = r.tenant_id and c.id = r.collection_id
      where r.tenant_id = current_tenant() and r.state not in ('published', 'withdrawn')
        and (${IN_CHARGE} or is_system())
      order by r.report_year, a.place $$`,
  `create function gongkai.move_due(reports uuid[], days date[]) returns bigint
    language sql volatile ${FROM_OUTSIDE} as $$
    with moved as (
      update annual_report r set due_on = m.due_on from unnest(reports, days) m (id, due_on)
        where r.tenant_id = current_tenant() and r.id = m.id and r.state not in ('published', 'withdrawn') and ${IN_CHARGE}
        returning 1)
    select count(*) from moved $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const STAFF = `((select gongkai.is_staff()) or (select gongkai.is_system()))`

const POLICIES = [
  `alter table gongkai.overlay enable row level security`,
  `create policy overlay_read on gongkai.overlay for select to gongkai_app using (${TENANT} and ${STAFF})`,
  `create policy overlay_propose on gongkai.overlay for insert to gongkai_app
    with check (${TENANT} and proposed_by = gongkai.current_person() and (${IN_CHARGE} or (select gongkai.is_system())))`,
  `grant select, insert on gongkai.overlay to gongkai_app`,

  `alter table gongkai.overlay_step enable row level security`,
  `create policy overlay_step_read on gongkai.overlay_step for select to gongkai_app using (${TENANT} and ${STAFF})`,
  // Who proposed does not decide.
  `create policy overlay_step_take on gongkai.overlay_step for insert to gongkai_app
    with check (${TENANT} and taken_by = gongkai.current_person() and ${IN_CHARGE}
      and (step = 'withdrawn' or not exists (select from gongkai.overlay o
        where o.tenant_id = overlay_step.tenant_id and o.id = overlay_step.overlay_id and o.proposed_by = gongkai.current_person())))`,
  `grant select, insert on gongkai.overlay_step to gongkai_app`,
]
