import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is brought against an authority; requests from before the register; reports that begin from the register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WHOSE, ...MOVING, ...POLICIES, ...BEFORE, ...ORIGIN]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const IN_CHARGE = `(select gongkai.at_root('{administrator,supervisingOfficer}'))`

const TABLES = [
  `create table gongkai.remedy (
    tenant_id         uuid not null,
    id                uuid not null,
    authority_id      uuid not null,
    kind              text not null check (kind in ('reconsideration', 'suit', 'suitAfterReconsideration', 'complaint')),
    body              text not null check (body <> ''),
    request_id        uuid,
    decision_number   text,
    -- The letter that gave the decision, where it is in the register.
    letter_id         uuid,
    ground            text,
    -- The reconsideration before a suit, where it is in the register.
    after_id          uuid,
    -- 责令重新作出答复: from when, in how many working days, by when, and the decision that was made anew.
    redo_from         date,
    redo_days         integer check (redo_days > 0),
    redo_due_on       date,
    redo_provisional  boolean not null default false,
    redone_on         date,
    redone_number     text,
    next_on           date,
    next_what         text check (next_what in ('answer', 'redo')),
    struck_by         uuid,
    struck_at         timestamptz,
    struck_reason     text check (struck_reason <> ''),
    registered_by     uuid not null,
    registered_at     timestamptz not null,
    version           integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, id, authority_id),
    foreign key (tenant_id, authority_id) references gongkai.authority,
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, after_id, authority_id) references gongkai.remedy (tenant_id, id, authority_id),
    foreign key (tenant_id, letter_id, authority_id) references gongkai.request_letter (tenant_id, id, authority_id),
    check (after_id is null or kind = 'suitAfterReconsideration'),
    -- A decision is made anew within a period, and only where one was ordered.
    check ((redo_from is null) = (redo_days is null) and (redo_from is null) = (redo_due_on is null)),
    check (redone_on is null or redo_from is not null),
    check (redone_number is null or redone_on is not null),
    check ((next_on is null) = (next_what is null)),
    check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null))
  )`,
  // Serves the register of an authority, newest first.
  `create index remedy_register on gongkai.remedy (tenant_id, authority_id, id desc)`,
  // Serves what must be answered or decided anew, the nearest day first.
  `create index remedy_due on gongkai.remedy (tenant_id, authority_id, next_on, id) where next_on is not null`,
  // Serves what was brought on account of one request.
  `create index remedy_of_request on gongkai.remedy (tenant_id, request_id) where request_id is not null`,

  // 审级: of a suit each instance, of all else one.
  `create table gongkai.remedy_instance (
    tenant_id           uuid not null,
    remedy_id           uuid not null,
    no                  integer not null check (no >= 1),
    authority_id        uuid not null,
    case_number         text,
    procedure           text not null check (procedure in ('ordinary', 'simple')),
    received_on         date not null,
    answer_due_on       date,
    answer_provisional  boolean not null default false,
    answered_on         date,
    decided_on          date,
    result              text,
    primary key (tenant_id, remedy_id, no),
    foreign key (tenant_id, remedy_id, authority_id) references gongkai.remedy (tenant_id, id, authority_id),
    check (answered_on >= received_on),
    check (decided_on >= received_on),
    check ((decided_on is null) = (result is null))
  )`,
  // Serves the counting of a period: what was brought by its end.
  `create index remedy_instance_received on gongkai.remedy_instance (tenant_id, authority_id, received_on)`,
]

const WHOSE = [
  // Whose affair it is and of what kind, so that who may not touch it hears which right is missing.
  `create function gongkai.place_of_remedy(remedy uuid) returns table ("authorityId" uuid, kind text)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.authority_id, r.kind from remedy r where r.tenant_id = current_tenant() and r.id = place_of_remedy.remedy $$`,
]

/** A notice on holidays moves the days of what is open: whoever decides on the law's data is told this much of it, and moves the days alone. */
const MOVING = [
  `create function gongkai.open_remedies() returns table ("remedyId" uuid, "authorityId" uuid, authority text, kind text, no integer,
      procedure text, "receivedOn" date, "redoFrom" date, "redoDays" integer, "nextWhat" text, "nextOn" date, "isProvisional" boolean)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, a.id, a.name, r.kind, i.no, i.procedure, i.received_on, r.redo_from, r.redo_days, r.next_what, r.next_on,
        case r.next_what when 'redo' then r.redo_provisional else i.answer_provisional end
      from remedy r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join lateral (select * from remedy_instance n where n.tenant_id = r.tenant_id and n.remedy_id = r.id
        order by n.no desc limit 1) i on true
      where r.tenant_id = current_tenant() and r.next_on is not null and (${IN_CHARGE} or is_system())
      order by a.place, r.id $$`,
  `create function gongkai.move_remedies(moved json) returns bigint
    language plpgsql volatile ${FROM_OUTSIDE} as $$
    declare done bigint;
    begin
      if not ${IN_CHARGE} then return 0; end if;
      update remedy_instance i set answer_due_on = m.next_on, answer_provisional = m.provisional
        from json_to_recordset(moved) as m (remedy_id uuid, no integer, what text, next_on date, provisional boolean)
        where i.tenant_id = current_tenant() and i.remedy_id = m.remedy_id and i.no = m.no and m.what = 'answer';
      update remedy r set next_on = m.next_on, version = r.version + 1,
          redo_due_on = case m.what when 'redo' then m.next_on else r.redo_due_on end,
          redo_provisional = case m.what when 'redo' then m.provisional else r.redo_provisional end
        from json_to_recordset(moved) as m (remedy_id uuid, what text, next_on date, provisional boolean)
        where r.tenant_id = current_tenant() and r.id = m.remedy_id and r.next_what = m.what;
      get diagnostics done = row_count;
      return done;
    end $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const above = (roles: string) => `((select gongkai.reaches_all('{${roles}}'))
  or authority_id in (select gongkai.authorities_below('{${roles}}')))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DESK = own('disclosureOfficer,disclosureHead')
const ABOVE = above('supervisingOfficer,auditor')
/** 主管部门: complaints about the authorities below are its affair (第四十七条、第五十一条). */
const SUPERVISOR = above('supervisingOfficer')
const BY_SELF = 'registered_by = gongkai.current_person()'
/** An instance that the supervising authority writes is of a complaint. */
const OF_COMPLAINT = `(${SUPERVISOR} and exists (select from gongkai.remedy r
  where r.tenant_id = remedy_instance.tenant_id and r.id = remedy_instance.remedy_id and r.kind = 'complaint'))`

const policiesOf = (
  table: string,
  policies: readonly (readonly [string, 'select' | 'insert' | 'update', string])[],
) => [
  `alter table gongkai.${table} enable row level security`,
  ...policies.map(([name, command, who]) => {
    const rule = `(${TENANT} and ${who})`
    const clauses = {
      select: `using ${rule}`,
      insert: `with check ${rule}`,
      update: `using ${rule} with check ${rule}`,
    }
    return `create policy ${table}_${name} on gongkai.${table} for ${command} to gongkai_app ${clauses[command]}`
  }),
  `grant select, insert on gongkai.${table} to gongkai_app`,
]

const POLICIES = [
  ...policiesOf('remedy', [
    ['read', 'select', `(${STAFF} or ${ABOVE})`],
    ['add', 'insert', `${DESK} and kind <> 'complaint' and ${BY_SELF}`],
    ['add_complaint', 'insert', `${SUPERVISOR} and kind = 'complaint' and ${BY_SELF}`],
    ['change', 'update', DESK],
    ['change_complaint', 'update', `${SUPERVISOR} and kind = 'complaint'`],
  ]),
  `grant update (body, request_id, decision_number, letter_id, ground, after_id, redo_from, redo_days, redo_due_on, redo_provisional, redone_on,
    redone_number, next_on, next_what, struck_by, struck_at, struck_reason, version) on gongkai.remedy to gongkai_app`,
  ...policiesOf('remedy_instance', [
    ['read', 'select', `(${STAFF} or ${ABOVE})`],
    ['add', 'insert', `(${DESK} or ${OF_COMPLAINT})`],
    ['change', 'update', `(${DESK} or ${OF_COMPLAINT})`],
  ]),
  `grant update (case_number, procedure, received_on, answer_due_on, answer_provisional, answered_on, decided_on, result)
    on gongkai.remedy_instance to gongkai_app`,
]

const BEFORE = [
  // 原编号: what a request that was registered elsewhere is called there. The same list is taken once.
  `alter table gongkai.request add column original_number text check (original_number <> '')`,
  `create unique index request_original on gongkai.request (tenant_id, authority_id, original_number) where original_number is not null`,
]

const ORIGIN = [
  `alter table gongkai.report_version drop constraint report_version_origin`,
  `alter table gongkai.report_version add constraint report_version_origin check (
    origin in ('blank', 'lastYear', 'file', 'edited', 'restored', 'imported', 'consolidation', 'register'))`,
]
