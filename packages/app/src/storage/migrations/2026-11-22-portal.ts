import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What everybody reads: who was asked and until when, and by what a page knows that it is still true. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const PUBLIC = `('published', 'withdrawn')`

const STATEMENTS = [
  // Serves the authorities of one year.
  `create index annual_report_in on gongkai.annual_report (tenant_id, report_year)`,
  // Serve an authority by any name that it has or had.
  `create index authority_any_name on gongkai.authority (tenant_id, name)`,
  `create index authority_change_name on gongkai.authority_change (tenant_id, name_before) where name_before is not null`,

  // The last transaction that changed anything that everybody sees. Nobody reads or writes it but by the functions below.
  `create table gongkai.public_stamp (
    tenant_id   uuid primary key references gongkai.tenant,
    changed_in  xid8 not null
  )`,
  `alter table gongkai.public_stamp enable row level security`,

  // Once for a transaction: an import changes a thousand rows. It is held to its end, so that stamps follow each other as commits do.
  `create function gongkai.stamp_public() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    insert into public_stamp values (new.tenant_id, pg_current_xact_id())
      on conflict (tenant_id) do update set changed_in = excluded.changed_in
      where public_stamp.changed_in <> excluded.changed_in;
    return null;
  end $$`,
  `create trigger stamp_public after insert or update on gongkai.authority
    for each row execute function gongkai.stamp_public()`,
  `create trigger stamp_region after update on gongkai.tenant
    for each row execute function gongkai.stamp_public()`,
  `create trigger stamp_asked after insert on gongkai.annual_report
    for each row execute function gongkai.stamp_public()`,
  // A draft that is saved is not public, and must not have another one wait.
  `create trigger stamp_published after update on gongkai.annual_report for each row
    when ((old.state in ${PUBLIC} or new.state in ${PUBLIC})
      and (old.state, old.published_no, old.published_on, old.withdrawn_on, old.withdrawn_reason, old.due_on)
        is distinct from (new.state, new.published_no, new.published_on, new.withdrawn_on, new.withdrawn_reason, new.due_on))
    execute function gongkai.stamp_public()`,

  `create function gongkai.public_stamp_of(tenant uuid) returns text
    language sql stable ${FROM_OUTSIDE} as $$ select changed_in::text from public_stamp where tenant_id = tenant $$`,

  // That an authority must report on a year, and until when, is public by law (Article 49 of the Regulations); how far it is, is not.
  `create function gongkai.asked_in(year integer) returns table (authority_id uuid, due_on date)
    language sql stable ${FROM_OUTSIDE} as $$
    select authority_id, due_on from annual_report where tenant_id = current_tenant() and report_year = year $$`,
  `create function gongkai.asked_of(authority uuid) returns table (report_year integer, due_on date)
    language sql stable ${FROM_OUTSIDE} as $$
    select report_year, due_on from annual_report where tenant_id = current_tenant() and authority_id = authority $$`,
  `create function gongkai.asked_years() returns table (report_year integer, asked bigint)
    language sql stable ${FROM_OUTSIDE} as $$
    select report_year, count(*) from annual_report where tenant_id = current_tenant() group by report_year $$`,
]
