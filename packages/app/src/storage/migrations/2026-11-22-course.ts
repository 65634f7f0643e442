import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The course of a report, step by step, with the names of those who took them; the end of a duty whose authority is dissolved; files that are read again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    ...CLOSED,
    MOVES,
    ...PUBLIC,
    ...COURSE,
    CARRIED_OVER,
    PEOPLE,
    ...READ_AGAIN,
  ]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const CLOSED = [
  `alter table gongkai.annual_report
    add column closed_on date, add column closed_reason text, add column closed_basis text,
    add column closed_from text check (closed_from in ('notStarted', 'draft', 'returned')),
    drop constraint annual_report_state_check,
    add constraint annual_report_state_check check (
      state in ('notStarted', 'draft', 'submitted', 'returned', 'accepted', 'published', 'withdrawn', 'closed')),
    -- What is no longer asked for says since when, why and on what ground.
    add constraint annual_report_closed check (
      (state = 'closed') = (closed_from is not null and closed_on is not null and coalesce(closed_reason, '') <> '' and coalesce(closed_basis, '') <> ''))`,
  `grant update (closed_from, closed_on, closed_reason, closed_basis) on gongkai.annual_report to gongkai_app`,
]

// As before, and the end of a duty: only of an authority that is dissolved. It begins again where it was.
const MOVES = `
  create or replace function gongkai.move_report() returns trigger language plpgsql as $$
  begin
    if current_user <> 'gongkai_app' then return new; end if;
    if not exists (
      select from (values
        ('notStarted', 'draft',      'own',   '{disclosureOfficer}'),
        ('draft',      'draft',      'own',   '{disclosureOfficer}'),
        ('returned',   'returned',   'own',   '{disclosureOfficer}'),
        ('published',  'published',  'own',   '{disclosureOfficer,disclosureHead}'),
        ('draft',      'submitted',  'own',   '{disclosureOfficer,disclosureHead}'),
        ('returned',   'submitted',  'own',   '{disclosureOfficer,disclosureHead}'),
        ('submitted',  'returned',   'below', '{supervisingOfficer}'),
        ('submitted',  'accepted',   'below', '{supervisingOfficer}'),
        ('accepted',   'published',  'own',   '{disclosureOfficer,disclosureHead}'),
        ('published',  'withdrawn',  'own',   '{disclosureHead}'),
        ('notStarted', 'closed',     'below', '{supervisingOfficer}'),
        ('draft',      'closed',     'below', '{supervisingOfficer}'),
        ('returned',   'closed',     'below', '{supervisingOfficer}'),
        ('closed',     'notStarted', 'below', '{supervisingOfficer}'),
        ('closed',     'draft',      'below', '{supervisingOfficer}'),
        ('closed',     'returned',   'below', '{supervisingOfficer}')
      ) step (before, after, reach, roles)
      where before = old.state and after = new.state and case reach
        when 'own' then new.authority_id in (select gongkai.authorities_as(roles::text[]))
        else new.authority_id in (select gongkai.authorities_below(roles::text[])) end)
    then
      raise exception 'no such step of a report' using errcode = 'insufficient_privilege';
    end if;
    -- A correction puts another version in its place, and is not the drafter's.
    if new.state = old.state
      and (new.submitted_no, new.accepted_no, new.published_no, new.published_on)
        is distinct from (old.submitted_no, old.accepted_no, old.published_no, old.published_on)
      and (old.state <> 'published' or new.authority_id not in (select gongkai.authorities_as('{disclosureHead}'))) then
      raise exception 'only a correction replaces what is published' using errcode = 'insufficient_privilege';
    end if;
    if new.closed_from <> old.state or old.closed_from <> new.state then
      raise exception 'a report goes on where it stopped' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'closed' and exists (select from gongkai.authority a
      where a.tenant_id = new.tenant_id and a.id = new.authority_id and a.dissolved_on is null) then
      raise exception 'an authority that exists reports' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`

/** What is no longer asked for is not asked for in public either, and counts nowhere as missing. */
const PUBLIC = [
  `create or replace function gongkai.asked_in(year integer) returns table (authority_id uuid, due_on date)
    language sql stable ${FROM_OUTSIDE} as $$
    select authority_id, due_on from annual_report
      where tenant_id = current_tenant() and report_year = year and state <> 'closed' $$`,
  `create or replace function gongkai.asked_of(authority uuid) returns table (report_year integer, due_on date)
    language sql stable ${FROM_OUTSIDE} as $$
    select report_year, due_on from annual_report
      where tenant_id = current_tenant() and authority_id = authority and state <> 'closed' $$`,
  // Before the tally, as all that stamps.
  `create trigger stamp_closed after update on gongkai.annual_report for each row
    when ((old.state = 'closed') <> (new.state = 'closed')) execute function gongkai.stamp_public()`,
  `create function gongkai.tally_closed() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update year_tally set asked = asked + case when new.state = 'closed' then -1 else 1 end
      where tenant_id = new.tenant_id and report_year = new.report_year;
    return null;
  end $$`,
  `create trigger tally_closed after update on gongkai.annual_report for each row
    when ((old.state = 'closed') <> (new.state = 'closed')) execute function gongkai.tally_closed()`,
]

const COURSE = [
  `create table gongkai.report_step (
    tenant_id     uuid not null,
    id            uuid not null,
    report_id     uuid not null,
    authority_id  uuid not null,
    step          text not null check (step in ('submit', 'return', 'accept', 'publish', 'correct', 'withdraw', 'close', 'reopen')),
    -- None where nothing was drafted yet.
    version_no    integer,
    done_by       uuid not null,
    on_behalf_of  uuid,
    role          text not null,
    done_at       timestamptz not null,
    -- The day on which the report really was published.
    published_on  date check ((step = 'publish') = (published_on is not null)),
    remark        text check (remark <> ''),
    primary key (tenant_id, id),
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id)
  )`,
  // Serves the course of one report.
  `create index report_step_of on gongkai.report_step (tenant_id, report_id, done_at)`,
  `alter table gongkai.report_step enable row level security`,
  `create policy report_step_read on gongkai.report_step for select to gongkai_app using (tenant_id = gongkai.current_tenant() and (
    authority_id in (select gongkai.authorities_as(
      '{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))
    or (select gongkai.reaches_all('{supervisingOfficer,auditor}'))
    or authority_id in (select gongkai.authorities_below('{supervisingOfficer,auditor}'))))`,
  // Whoever takes a step tells it of himself, in a role that he holds there.
  `create policy report_step_take on gongkai.report_step for insert to gongkai_app with check (tenant_id = gongkai.current_tenant()
    and done_by = gongkai.current_person() and authority_id in (select gongkai.authorities_below(array[role])))`,
  `grant select, insert on gongkai.report_step to gongkai_app`,
]

// Every step that was taken until now stands in the log.
const CARRIED_OVER = `
  insert into gongkai.report_step
    select e.tenant_id, e.id, r.id, r.authority_id, s.step, coalesce(e.detail::json->>'no', e.detail::json->>'after')::integer,
      e.person_id, e.on_behalf_of, e.role, e.happened_at,
      case when s.step = 'publish' then (e.detail::json->>'publishedOn')::date end, nullif(e.reason, '')
    from gongkai.event e
      join (values ('reportSubmitted', 'submit'), ('reportReturned', 'return'), ('reportAccepted', 'accept'),
        ('reportPublished', 'publish'), ('publishedCorrected', 'correct'), ('publishedWithdrawn', 'withdraw')) s (name, step)
        on s.name = e.name
      join gongkai.annual_report r on r.tenant_id = e.tenant_id and r.id::text = e.subject_id
    where e.subject_kind = 'report' and e.person_id is not null and e.role is not null`

const STAFF = `'{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'`

/** A file of years past is read once more, by a job of its own. */
const READ_AGAIN = [
  `alter table gongkai.past_item add column job_id uuid`,
  `grant update (job_id) on gongkai.past_item to gongkai_app`,
]

/**
 * The names of those who did on a report what the asker may read of it; nothing else of them. Who drafted what was not handed in is told to
 * whom the draft is.
 */
const PEOPLE = `
  create function gongkai.report_people(report uuid) returns table (id uuid, name text)
    language sql stable ${FROM_OUTSIDE} as $$
    with r as (
      select r.*, i.inside from annual_report r
        cross join lateral (select r.authority_id in (select authorities_as(${STAFF}))
          or r.authority_id in (select authorities_below('{auditor}')) as inside) i
        where r.tenant_id = current_tenant() and r.id = report
          and (i.inside or r.authority_id in (select authorities_below('{supervisingOfficer}')))),
    acted (id) as (
      select unnest(array[s.done_by, s.on_behalf_of]) from r join report_step s on s.tenant_id = r.tenant_id and s.report_id = r.id
      union
      select unnest(array[m.made_by, m.answered_by]) from r join report_remark m on m.tenant_id = r.tenant_id and m.report_id = r.id
      union
      select w.waived_by from r join report_waiver w on w.tenant_id = r.tenant_id and w.report_id = r.id
        where r.inside or r.submitted_no >= w.version_no
      union
      select unnest(array[d->>'personId', d->>'onBehalfOf'])::uuid from r
        join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id and (r.inside or v.submitted_at is not null)
        cross join jsonb_array_elements(v.drafters) d)
    select p.id, p.name from acted join person p on p.tenant_id = current_tenant() and p.id = acted.id
    union all
    select t.id, '接口令牌“' || t.name || '”' from acted join api_token t on t.tenant_id = current_tenant() and t.id = acted.id $$`
