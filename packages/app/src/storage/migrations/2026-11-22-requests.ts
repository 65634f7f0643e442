import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Requests: the register, who asks, the steps that move the days, the files, who works on what (ADR 0021). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...NUMBERS, ...TABLES, ...WHO_ASKS, ...MOVING, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const IN_CHARGE = `(select gongkai.at_root('{administrator,supervisingOfficer}'))`

const NUMBERS = [
  // By what an authority is told from the others in the numbers of its requests; given once, for ever.
  `alter table gongkai.authority add column register_no integer`,
  `update gongkai.authority a set register_no = n.no
    from (select tenant_id, id, row_number() over (partition by tenant_id order by id) as no from gongkai.authority) n
    where n.tenant_id = a.tenant_id and n.id = a.id`,
  `alter table gongkai.authority alter column register_no set not null`,
  `create unique index authority_register_no on gongkai.authority (tenant_id, register_no)`,
  `create function gongkai.give_register_no() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    perform pg_advisory_xact_lock(3479, hashtext(new.tenant_id::text));
    new.register_no := coalesce((select max(register_no) from authority where tenant_id = new.tenant_id), 0) + 1;
    return new;
  end $$`,
  `create trigger give_register_no before insert on gongkai.authority
    for each row when (new.register_no is null) execute function gongkai.give_register_no()`,
  // The last number of an authority and a year. Nobody reads or writes it but by the trigger of the register.
  `create table gongkai.request_counter (
    tenant_id     uuid not null,
    authority_id  uuid not null,
    year          integer not null,
    last          integer not null,
    primary key (tenant_id, authority_id, year),
    foreign key (tenant_id, authority_id) references gongkai.authority
  )`,
  `alter table gongkai.request_counter enable row level security`,
]

const TABLES = [
  `create table gongkai.request (
    tenant_id               uuid not null,
    id                      uuid not null,
    authority_id            uuid not null,
    year                    integer not null,
    no                      integer not null,
    number                  text not null,
    kind                    text not null check (kind in ('disclosure', 'ownRecord')),
    channel                 text not null check (channel in (
      'inPerson', 'oral', 'registeredMail', 'ordinaryMail', 'online', 'email', 'fax', 'elsewhere', 'other')),
    arrived_on              date not null,
    applicant_confirmed_on  date,
    authority_confirmed_on  date,
    confirmed_how           text,
    proof                   text,
    received_on             date,
    applicant_kind          text not null check (applicant_kind in (
      'person', 'enterprise', 'research', 'charity', 'legalService', 'otherBody')),
    applicant_masked        text not null check (applicant_masked <> ''),
    wanted                  text not null check (wanted <> ''),
    wanted_title            text,
    wanted_number           text,
    form                    text not null check (form in ('paper', 'electronic', 'inspection', 'other')),
    way                     text not null check (way in ('inPerson', 'post', 'email', 'fax', 'portal')),
    help                    text,
    secret_hash             bytea not null,
    stage                   text not null default 'arrived' check (stage in (
      'arrived', 'examining', 'awaitingCorrection', 'awaitingReasons', 'awaitingFee', 'closed')),
    due_on                  date,
    due_provisional         boolean not null default false,
    next_on                 date,
    next_what               text,
    -- What nobody's day is known of stands last in the queue.
    queue_on                date not null generated always as (coalesce(next_on, date '9999-12-31')) stored,
    closed_on               date,
    grounds                 text[] not null default '{}',
    counted_under           text,
    filed_on                date,
    handler_id              uuid,
    registered_by           uuid,
    registered_at           timestamptz not null,
    version                 integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, id, authority_id),
    foreign key (tenant_id, authority_id) references gongkai.authority,
    -- No day of receipt before the arrival; nothing is worked on that was not received, and nothing is closed without its row.
    check (received_on >= arrived_on),
    check (stage in ('arrived', 'closed') or received_on is not null),
    check ((stage = 'closed') = (closed_on is not null)),
    check ((closed_on is null) = (counted_under is null)),
    check (filed_on is null or closed_on is not null)
  )`,
  `create unique index request_number on gongkai.request (tenant_id, number)`,
  // Serves who asks with the secret, and lets the same form in once.
  `create unique index request_secret on gongkai.request (tenant_id, secret_hash)`,
  // Serves the queue of an authority: what is open, the nearest day first.
  `create index request_open on gongkai.request (tenant_id, authority_id, queue_on, id) where closed_on is null`,
  // Serves the register, newest first.
  `create index request_register on gongkai.request (tenant_id, authority_id, id desc)`,
  // Serve the counting of a period: what was received in it, what was closed in it.
  `create index request_received on gongkai.request (tenant_id, authority_id, received_on)`,
  `create index request_closed on gongkai.request (tenant_id, authority_id, closed_on) where closed_on is not null`,
  // The number is given with the row and undone with it: none is skipped, none is given twice.
  `create function gongkai.number_request() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  declare register text;
  begin
    select register_no::text into strict register from authority where tenant_id = new.tenant_id and id = new.authority_id;
    insert into request_counter as c values (new.tenant_id, new.authority_id, new.year, 1)
      on conflict (tenant_id, authority_id, year) do update set last = c.last + 1
      returning last into new.no;
    new.number := new.year || '-' || lpad(register, greatest(3, length(register)), '0')
      || '-' || lpad(new.no::text, greatest(4, length(new.no::text)), '0');
    return new;
  end $$`,
  `create trigger number_request before insert on gongkai.request for each row execute function gongkai.number_request()`,

  `create table gongkai.request_person (
    tenant_id      uuid not null,
    request_id     uuid not null,
    place          integer not null check (place >= 1),
    authority_id   uuid not null,
    part           text not null check (part in ('applicant', 'agent')),
    name           text,
    id_kind        text,
    identity_hash  bytea,
    sealed         bytea,
    erased_at      timestamptz,
    erased_under   text,
    primary key (tenant_id, request_id, place),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    -- What was erased says under which rule, and nothing of it is left.
    check ((erased_at is null) = (erased_under is null)),
    check (erased_at is null or (name is null and identity_hash is null and sealed is null)),
    check (erased_at is not null or (name <> '' and sealed is not null))
  )`,
  // Serves the earlier requests of the same applicant, and the fees of a month.
  `create index request_person_identity on gongkai.request_person (tenant_id, authority_id, identity_hash) where identity_hash is not null`,

  `create table gongkai.request_step (
    tenant_id      uuid not null,
    request_id     uuid not null,
    no             integer not null check (no >= 1),
    authority_id   uuid not null,
    taken_on       date not null,
    step           json not null,
    note           text,
    recorded_by    uuid,
    recorded_at    timestamptz not null,
    struck_by      uuid,
    struck_at      timestamptz,
    struck_reason  text check (struck_reason <> ''),
    primary key (tenant_id, request_id, no),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null))
  )`,

  `create table gongkai.request_file (
    tenant_id     uuid not null,
    id            uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    purpose       text not null check (purpose in ('identity', 'authorisation', 'scan', 'correction', 'proof', 'other')),
    name          text not null check (name <> ''),
    media_type    text not null,
    bytes         integer not null check (bytes >= 0),
    digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
    added_by      uuid,
    added_at      timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id)
  )`,
  // Serves the files of one request.
  `create index request_file_of on gongkai.request_file (tenant_id, request_id, id)`,

  // 交办: who is asked to do what share of the work, by when inside the house.
  `create table gongkai.request_task (
    tenant_id     uuid not null,
    id            uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    person_id     uuid not null,
    task          text not null check (task <> ''),
    asked_by      uuid not null,
    asked_at      timestamptz not null,
    due_on        date,
    done_on       date,
    answer        text,
    version       integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, person_id) references gongkai.person,
    check (done_on is not null or answer is null)
  )`,
  // Serve the work of one person, and of one request.
  `create index request_task_to on gongkai.request_task (tenant_id, person_id, due_on) where done_on is null`,
  `create index request_task_of on gongkai.request_task (tenant_id, request_id)`,
]

const WHO_ASKS = [
  // The request whose secret the transaction was told, and its number where one was: what an applicant sees and does is of that one alone.
  `create function gongkai.request_shown() returns uuid
    language sql stable ${FROM_OUTSIDE} as $$
    select id from request where tenant_id = current_tenant()
      and secret_hash = decode(nullif(current_setting('gongkai.secret', true), ''), 'hex')
      and coalesce(current_setting('gongkai.request', true), '') in ('', number) $$`,
  // Requests in which who asks has been given work.
  `create function gongkai.requests_given() returns setof uuid
    language sql stable ${FROM_OUTSIDE} as $$
    select t.request_id from request_task t where t.tenant_id = current_tenant() and t.person_id = current_person()
      and t.authority_id in (select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader}')) $$`,
  // Whose affair it is, so that who may not touch it hears which right is missing.
  `create function gongkai.authority_of_request(request uuid) returns uuid
    language sql stable ${FROM_OUTSIDE} as $$
    select authority_id from request r where r.tenant_id = current_tenant() and r.id = authority_of_request.request $$`,
]

/** A notice on holidays moves the days of what is open: whoever decides on the law's data is told this much of it, and moves the days alone. */
const MOVING = [
  `create function gongkai.open_requests() returns table (request_id uuid, authority_id uuid, authority text, number text, channel text,
      arrived_on date, applicant_confirmed_on date, authority_confirmed_on date, due_on date, due_provisional boolean, next_on date,
      next_what text, steps json)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, a.id, a.name, r.number, r.channel, r.arrived_on, r.applicant_confirmed_on, r.authority_confirmed_on, r.due_on,
        r.due_provisional, r.next_on, r.next_what,
        (select coalesce(json_agg(s.step order by s.no), '[]') from request_step s
          where s.tenant_id = r.tenant_id and s.request_id = r.id and s.struck_at is null)
      from request r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      where r.tenant_id = current_tenant() and r.closed_on is null and (${IN_CHARGE} or is_system())
      order by a.place, r.id $$`,
  `create function gongkai.move_requests(moved json) returns bigint
    language sql volatile ${FROM_OUTSIDE} as $$
    with done as (
      update request r set due_on = m.due_on, due_provisional = m.due_provisional, next_on = m.next_on, next_what = m.next_what,
          version = r.version + 1
        from json_to_recordset(moved) as m (request_id uuid, due_on date, due_provisional boolean, next_on date, next_what text)
        where r.tenant_id = current_tenant() and r.id = m.request_id and r.closed_on is null and ${IN_CHARGE}
        returning 1)
    select count(*) from done $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DESK = own('disclosureOfficer,disclosureHead')
const ABOVE = `((select gongkai.reaches_all('{supervisingOfficer,auditor}'))
  or authority_id in (select gongkai.authorities_below('{supervisingOfficer,auditor}')))`
const GIVEN = 'request_id in (select gongkai.requests_given())'
const SHOWN = 'request_id = (select gongkai.request_shown())'
/** The applicant's own request as long as it is not confirmed. */
const NEW = `${SHOWN} and exists (select from gongkai.request r
  where r.tenant_id = request_person.tenant_id and r.id = request_person.request_id and r.stage = 'arrived')`
const SELF = 'gongkai.current_person()'

/** The policies of a table: the name, what it is for, and who. */
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
  ...policiesOf('request', [
    ['read', 'select', `(${STAFF} or ${ABOVE})`],
    ['read_by_applicant', 'select', 'id = (select gongkai.request_shown())'],
    ['read_by_system', 'select', '(select gongkai.is_system())'],
    ['add', 'insert', `${DESK} and registered_by = ${SELF}`],
    [
      'add_online',
      'insert',
      `${SELF} is null and registered_by is null and channel = 'online' and stage = 'arrived'
        and received_on is null and authority_confirmed_on is null`,
    ],
    ['change', 'update', DESK],
    ['change_by_applicant', 'update', 'id = (select gongkai.request_shown())'],
    ['change_by_system', 'update', '(select gongkai.is_system())'],
  ]),
  `grant update (applicant_confirmed_on, authority_confirmed_on, confirmed_how, proof, received_on, applicant_kind, applicant_masked,
    wanted, wanted_title, wanted_number, form, way, help, secret_hash, stage, due_on, due_provisional, next_on, next_what, closed_on,
    grounds, counted_under, filed_on, handler_id, version) on gongkai.request to gongkai_app`,

  ...policiesOf('request_person', [
    ['read', 'select', `(${DESK} or ${GIVEN})`],
    ['add', 'insert', DESK],
    ['add_by_applicant', 'insert', NEW],
    ['change', 'update', DESK],
  ]),
  `grant update (name, id_kind, identity_hash, sealed, erased_at, erased_under) on gongkai.request_person to gongkai_app`,

  ...policiesOf('request_step', [
    ['read', 'select', `(${STAFF} or ${ABOVE})`],
    ['read_by_applicant', 'select', SHOWN],
    ['read_by_system', 'select', '(select gongkai.is_system())'],
    ['add', 'insert', `${DESK} and recorded_by = ${SELF}`],
    ['add_by_applicant', 'insert', `${SHOWN} and recorded_by is null`],
    ['strike', 'update', DESK],
  ]),
  `grant update (struck_by, struck_at, struck_reason) on gongkai.request_step to gongkai_app`,

  ...policiesOf('request_file', [
    ['read', 'select', `(${DESK} or ${GIVEN})`],
    ['add', 'insert', `${DESK} and added_by = ${SELF}`],
    ['add_by_applicant', 'insert', `${SHOWN} and added_by is null`],
  ]),

  ...policiesOf('request_task', [
    ['read', 'select', STAFF],
    ['add', 'insert', `${DESK} and asked_by = ${SELF} and done_on is null`],
    ['change', 'update', DESK],
    ['answer', 'update', `person_id = ${SELF} and ${STAFF}`],
  ]),
  `grant update (task, person_id, due_on, done_on, answer, version) on gongkai.request_task to gongkai_app`,
]
