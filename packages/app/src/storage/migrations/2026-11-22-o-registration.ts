import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** A registration that is put right; requests that are none; steps whose paper was not sent (ADR 0026). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...ASIDE, ...CORRECTIONS, ...OWED]) await sql.raw(statement).execute(db)
}

const ASIDE = [
  // 登记有误 or 未受理: it keeps its number, has no day of receipt and no row, and is counted nowhere.
  `alter table gongkai.request
    add column set_aside text check (set_aside in ('struck', 'notReceived')),
    add column set_aside_reason text check (set_aside_reason <> ''),
    add column set_aside_by uuid,
    add column set_aside_at timestamptz,
    add check ((set_aside is null) = (set_aside_reason is null) and (set_aside is null) = (set_aside_by is null)
      and (set_aside is null) = (set_aside_at is null)),
    add check (set_aside is null or (closed_on is not null and received_on is null and counted_under is null))`,
  `do $$
  declare rule text;
  begin
    select conname into strict rule from pg_constraint where conrelid = 'gongkai.request'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) = 'CHECK (((closed_on IS NULL) = (counted_under IS NULL)))';
    execute format('alter table gongkai.request drop constraint %I', rule);
  end $$`,
  `alter table gongkai.request add constraint request_counted
    check ((closed_on is null) = (counted_under is null and set_aside is null))`,
  // Serves the list of what was set aside.
  `create index request_set_aside on gongkai.request (tenant_id, authority_id, id desc) where set_aside is not null`,
  `grant update (kind, channel, arrived_on, set_aside, set_aside_reason, set_aside_by, set_aside_at) on gongkai.request to gongkai_app`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DESK = own('disclosureOfficer,disclosureHead')
const ABOVE = `((select gongkai.reaches_all('{supervisingOfficer,auditor}'))
  or authority_id in (select gongkai.authorities_below('{supervisingOfficer,auditor}')))`

const CORRECTIONS = [
  `create table gongkai.request_correction (
    tenant_id      uuid not null,
    request_id     uuid not null,
    no             integer not null check (no >= 1),
    authority_id   uuid not null,
    changed        text[] not null check (cardinality(changed) > 0),
    reason         text not null check (reason <> ''),
    -- What was registered before, sealed; who asked apart from it, so that it can be erased.
    before         bytea not null,
    people_before  bytea,
    corrected_by   uuid not null,
    corrected_at   timestamptz not null,
    primary key (tenant_id, request_id, no),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id)
  )`,
  `alter table gongkai.request_correction enable row level security`,
  `create policy request_correction_read on gongkai.request_correction for select to gongkai_app
    using (${TENANT} and (${STAFF} or ${ABOVE}))`,
  `create policy request_correction_add on gongkai.request_correction for insert to gongkai_app
    with check (${TENANT} and ${DESK} and corrected_by = gongkai.current_person())`,
  `create policy request_correction_erase on gongkai.request_correction for update to gongkai_app
    using (${TENANT} and ${DESK}) with check (${TENANT} and ${DESK} and people_before is null)`,
  `grant select, insert, update (people_before) on gongkai.request_correction to gongkai_app`,
  // Who asks is written anew as a whole; what was is in the correction.
  `create policy request_person_remove on gongkai.request_person for delete to gongkai_app
    using (${TENANT} and ${DESK} and erased_at is null)`,
  `grant delete on gongkai.request_person to gongkai_app`,
]

/** The steps of which the applicant must be told, and the paper that tells each. Those of a list from before the register were told elsewhere. */
const OWED = [
  `create index request_step_unpapered on gongkai.request_step (tenant_id, authority_id, request_id)
    where struck_at is null and letter_id is null and unpapered_at is null and step ->> 'name' in ('extend', 'postpone', 'abandon', 'withdraw')`,
  `create function gongkai.steps_owing(authority uuid) returns table (request_id uuid, no integer)
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select s.request_id, s.no from request_step s join request r on r.tenant_id = s.tenant_id and r.id = s.request_id
      where s.tenant_id = current_tenant() and s.authority_id = authority and s.struck_at is null and s.letter_id is null
        and s.unpapered_at is null and s.step ->> 'name' in ('extend', 'postpone', 'abandon', 'withdraw')
        and r.original_number is null and r.set_aside is null
        -- A lookup for each step that owes: what was sent in all is many times as much.
        and not exists (select from request_letter l where l.tenant_id = s.tenant_id and l.request_id = s.request_id
          and l.sent_on is not null and l.kind = case s.step ->> 'name' when 'extend' then 'extensionNotice'
            when 'postpone' then 'postponementNotice' when 'abandon' then 'abandoned' else 'closure' end offset 0) $$`,
  `grant update (letter_id) on gongkai.request_step to gongkai_app`,
]
