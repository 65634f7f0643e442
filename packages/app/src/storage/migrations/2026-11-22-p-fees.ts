import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 信息处理费: what notices asked for, and what became of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...POLICIES, ...ERASING]) await sql.raw(statement).execute(db)
}

const TABLES = [
  `create table gongkai.request_fee (
    tenant_id        uuid not null,
    letter_id        uuid not null,
    request_id       uuid not null,
    authority_id     uuid not null,
    document_number  text,
    way              text not null check (way in ('byItem', 'byPage')),
    first_unit       integer not null check (first_unit >= 1),
    last_unit        integer not null check (last_unit >= first_unit),
    yuan             integer not null check (yuan > 0),
    -- Where and how to pay, as the notice says.
    how_to_pay       text not null check (how_to_pay <> ''),
    primary key (tenant_id, letter_id),
    unique (tenant_id, letter_id, request_id, authority_id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, letter_id, authority_id) references gongkai.request_letter (tenant_id, id, authority_id)
  )`,
  // Serve the fees of an authority, and those of a request.
  `create index request_fee_register on gongkai.request_fee (tenant_id, authority_id)`,
  `create index request_fee_of on gongkai.request_fee (tenant_id, request_id)`,

  `create table gongkai.request_fee_entry (
    tenant_id       uuid not null,
    letter_id       uuid not null,
    no              integer not null check (no >= 1),
    request_id      uuid not null,
    authority_id    uuid not null,
    kind            text not null check (kind in ('paid', 'waived', 'refunded')),
    happened_on     date not null,
    yuan            integer not null check (yuan > 0),
    receipt_number  text check (receipt_number <> ''),
    reason          text check (reason <> ''),
    step_no         integer,
    recorded_by     uuid not null,
    recorded_at     timestamptz not null,
    primary key (tenant_id, letter_id, no),
    foreign key (tenant_id, letter_id, request_id, authority_id)
      references gongkai.request_fee (tenant_id, letter_id, request_id, authority_id),
    foreign key (tenant_id, request_id, step_no) references gongkai.request_step,
    -- What is paid has a receipt, what is waived or comes back a reason; a refund moves no day.
    check ((kind = 'paid') = (receipt_number is not null) and (kind = 'paid') = (reason is null)),
    check ((kind = 'refunded') = (step_no is null))
  )`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DESK = own('disclosureOfficer,disclosureHead')
const ABOVE = `((select gongkai.reaches_all('{supervisingOfficer,auditor}'))
  or authority_id in (select gongkai.authorities_below('{supervisingOfficer,auditor}')))`

const policiesOf = (table: string, add: string) => [
  `alter table gongkai.${table} enable row level security`,
  `create policy ${table}_read on gongkai.${table} for select to gongkai_app using (${TENANT} and (${STAFF} or ${ABOVE}))`,
  `create policy ${table}_add on gongkai.${table} for insert to gongkai_app with check (${TENANT} and ${add})`,
  // Whoever has to pay sees what, where and until when.
  `create policy ${table}_read_by_applicant on gongkai.${table} for select to gongkai_app
    using (${TENANT} and request_id = (select gongkai.request_shown()))`,
  // Nothing of it is changed by anybody: the next entry says what is otherwise.
  `grant select, insert on gongkai.${table} to gongkai_app`,
]

const POLICIES = [
  ...policiesOf('request_fee', DESK),
  ...policiesOf('request_fee_entry', `${DESK} and recorded_by = gongkai.current_person()`),
]

const ERASING = [
  // A reason may name who asks: it goes with him.
  `create function gongkai.erase_fee_reasons() returns trigger language plpgsql security definer set search_path = gongkai, pg_temp as $$
  begin
    update request_fee_entry e set reason = '（已依规清除）'
      where e.tenant_id = new.tenant_id and e.request_id = new.request_id and e.reason is not null;
    return null;
  end $$`,
  `create trigger erase_fee_reasons after update of erased_at on gongkai.request_person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function gongkai.erase_fee_reasons()`,
]
