import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Letters of requests: the decision and every notice, who consents to them, their numbers, how they were served (ADR 0023). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...NUMBERS, ...MOVING, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const TABLES = [
  `create table gongkai.request_letter (
    tenant_id     uuid not null,
    id            uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    kind          text not null check (kind <> ''),
    -- It ends the request: a reply, or the record of why there is none.
    decides       boolean not null,
    grounds       text[] not null,
    -- Who must consent, in this order.
    needs         text[] not null check (needs <@ '{secrecyReviewer,disclosureHead,leader}'::text[]),
    state         text not null default 'draft' check (state in (
      'draft', 'inReview', 'approved', 'sent', 'served', 'returned', 'noticed', 'discarded')),
    -- The how manieth time it is before those who consent.
    round         integer not null default 1 check (round >= 1),
    -- Everybody who worded it: none of them consents to it.
    writers       uuid[] not null check (cardinality(writers) > 0),
    number_code   text,
    number_year   integer,
    number_no     integer,
    number        text generated always as (number_code || '〔' || number_year || '〕' || number_no || '号') stored,
    approved_on   date,
    -- The last day for it, as it stood when it was sent.
    due_on        date,
    sent_way      text check (sent_way in ('post', 'hand', 'email', 'portal', 'file')),
    sent_on       date,
    served_on     date,
    returned_on   date,
    noticed_on    date,
    content       bytea not null,
    paper         bytea,
    course        bytea not null,
    drafted_at    timestamptz not null,
    version       integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, id, authority_id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    -- A number is whole, and what is approved is dated and stands as it will be printed.
    check ((number_code is null) = (number_no is null) and (number_code is null) = (number_year is null)),
    check ((approved_on is null) = (paper is null)),
    check (state in ('draft', 'inReview', 'discarded') or approved_on is not null),
    -- Nothing is sent before it is dated, nor served before it is sent.
    check ((sent_way is null) = (sent_on is null) and sent_on >= approved_on),
    check (state not in ('sent', 'served', 'returned', 'noticed') or sent_on is not null),
    check (served_on >= sent_on and returned_on >= sent_on and noticed_on >= returned_on),
    check ((state = 'served') = (served_on is not null))
  )`,
  // Serves the letters of one request.
  `create index request_letter_of on gongkai.request_letter (tenant_id, request_id, id)`,
  // Serves what waits for somebody: to be consented to, to be sent.
  `create index request_letter_waiting on gongkai.request_letter (tenant_id, authority_id, state) where state in ('inReview', 'approved')`,
  // A request is decided once; another decision wants the first one discarded.
  `create unique index request_letter_decision on gongkai.request_letter (tenant_id, request_id) where decides and state <> 'discarded'`,
  // No number is used twice.
  `create unique index request_letter_number on gongkai.request_letter (tenant_id, number_code, number_year, number_no)
    where number_code is not null`,

  `create table gongkai.request_letter_approval (
    tenant_id     uuid not null,
    letter_id     uuid not null,
    round         integer not null,
    role          text not null check (role in ('secrecyReviewer', 'disclosureHead', 'leader')),
    authority_id  uuid not null,
    person_id     uuid not null,
    approved_at   timestamptz not null,
    primary key (tenant_id, letter_id, round, role),
    foreign key (tenant_id, letter_id, authority_id) references gongkai.request_letter (tenant_id, id, authority_id),
    foreign key (tenant_id, person_id) references gongkai.person
  )`,
]

const NUMBERS = [
  // The last number of a code and a year. It goes on where the code passes to another authority. Nobody reads or writes it but by the trigger.
  `create table gongkai.letter_counter (
    tenant_id  uuid not null,
    code       text not null,
    year       integer not null,
    last       integer not null,
    primary key (tenant_id, code, year)
  )`,
  `alter table gongkai.letter_counter enable row level security`,
  `create function gongkai.is_consented(letter gongkai.request_letter) returns boolean
    language sql stable ${FROM_OUTSIDE} as $$
    select not exists (select from unnest(letter.needs) as need (role) where not exists (select from request_letter_approval a
      where a.tenant_id = letter.tenant_id and a.letter_id = letter.id and a.round = letter.round and a.role = need.role)) $$`,
  // The number is given to what all have consented to, and undone with the transaction: none is skipped, none is given twice.
  `create function gongkai.number_letter() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    if (old.number_code, old.number_year) is not distinct from (new.number_code, new.number_year) then return new; end if;
    if old.number_code is not null or new.state <> 'inReview' or not is_consented(new) then
      raise exception 'no number is given here' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from number_series s where s.tenant_id = new.tenant_id and s.authority_id = new.authority_id
      and s.code = new.number_code and s.until is null) then
      raise exception 'no such series of the authority' using errcode = 'insufficient_privilege';
    end if;
    insert into letter_counter as c values (new.tenant_id, new.number_code, new.number_year, 1)
      on conflict (tenant_id, code, year) do update set last = c.last + 1
      returning last into new.number_no;
    return new;
  end $$`,
  `create trigger number_letter before update of number_code, number_year on gongkai.request_letter
    for each row execute function gongkai.number_letter()`,
]

const MOVING = [
  `create function gongkai.move_letter() returns trigger language plpgsql set search_path = gongkai, pg_temp as $$
  begin
    if current_user <> 'gongkai_app' or new.state = old.state then return new; end if;
    if new.request_id = (select request_shown()) and old.sent_way = 'portal' and old.state = 'sent' and new.state = 'served' then
      return new;
    end if;
    if not exists (
      select from (values
        ('draft',    'inReview',  '{disclosureOfficer,disclosureHead}'),
        ('draft',    'approved',  '{disclosureOfficer,disclosureHead}'),
        ('draft',    'discarded', '{disclosureOfficer,disclosureHead}'),
        ('inReview', 'draft',     '{secrecyReviewer,disclosureHead,leader}'),
        ('inReview', 'approved',  '{secrecyReviewer,disclosureHead,leader}'),
        ('inReview', 'discarded', '{disclosureOfficer,disclosureHead}'),
        ('approved', 'discarded', '{disclosureOfficer,disclosureHead}'),
        ('approved', 'sent',      '{disclosureOfficer,disclosureHead}'),
        ('approved', 'served',    '{disclosureOfficer,disclosureHead}'),
        ('returned', 'sent',      '{disclosureOfficer,disclosureHead}'),
        ('returned', 'served',    '{disclosureOfficer,disclosureHead}'),
        ('returned', 'noticed',   '{disclosureOfficer,disclosureHead}'),
        ('sent',     'served',    '{disclosureOfficer,disclosureHead}'),
        ('sent',     'returned',  '{disclosureOfficer,disclosureHead}'),
        ('noticed',  'served',    '{disclosureOfficer,disclosureHead}')
      ) step (before, after, roles)
      where before = old.state and after = new.state and new.authority_id in (select authorities_as(roles::text[])))
      or (new.state = 'approved' and not is_consented(new))
    then
      raise exception 'no such step of a letter' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger move_letter before update of state on gongkai.request_letter for each row execute function gongkai.move_letter()`,
  // What was approved stays as it was approved.
  `create function gongkai.keep_letter() returns trigger language plpgsql as
    $$ begin raise exception 'a letter does not change while it is approved, nor once it is' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger keep_letter
    before update of kind, decides, grounds, needs, writers, number_code, number_year, approved_on, content, paper on gongkai.request_letter
    for each row when (old.paper is not null) execute function gongkai.keep_letter()`,
  // What is before those who consent is what all of them consent to; to word it anew it must go back.
  `create trigger keep_letter_in_review before update of kind, decides, grounds, needs, writers, content on gongkai.request_letter
    for each row when (old.state = 'inReview') execute function gongkai.keep_letter()`,
  // Whoever words it is one of its writers, and stays one.
  `create function gongkai.keep_writers() returns trigger language plpgsql set search_path = gongkai, pg_temp as $$
  begin
    if current_user = 'gongkai_app' and not (old.writers <@ new.writers and current_person() = any (new.writers)) then
      raise exception 'whoever words a letter is one of its writers' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger keep_writers before update of kind, grounds, needs, writers, content on gongkai.request_letter
    for each row execute function gongkai.keep_writers()`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const SELF = 'gongkai.current_person()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const DESK = own('disclosureOfficer,disclosureHead')
const CONCERNED = own('disclosureOfficer,secrecyReviewer,disclosureHead,leader')
const SENT_TO_APPLICANT = `request_id = (select gongkai.request_shown()) and sent_way = 'portal' and state in ('sent', 'served')`
/** Nobody consents to what he worded himself. */
const ANOTHERS = `exists (select from gongkai.request_letter l
  where l.tenant_id = request_letter_approval.tenant_id and l.id = request_letter_approval.letter_id
    and l.state = 'inReview' and l.round = request_letter_approval.round and request_letter_approval.role = any (l.needs)
    and not ${SELF} = any (l.writers))`

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
  ...policiesOf('request_letter', [
    ['read', 'select', CONCERNED],
    ['read_by_applicant', 'select', SENT_TO_APPLICANT],
    [
      'add',
      'insert',
      `${DESK} and state = 'draft' and writers = array[${SELF}] and number_code is null`,
    ],
    ['change', 'update', CONCERNED],
    ['confirm_by_applicant', 'update', SENT_TO_APPLICANT],
  ]),
  `grant update (kind, decides, grounds, needs, state, round, writers, number_code, number_year, approved_on, due_on, sent_way, sent_on,
    served_on, returned_on, noticed_on, content, paper, course, version) on gongkai.request_letter to gongkai_app`,
  ...policiesOf('request_letter_approval', [
    ['read', 'select', CONCERNED],
    [
      'add',
      'insert',
      `person_id = ${SELF} and authority_id in (select gongkai.authorities_as(array[role])) and ${ANOTHERS}`,
    ],
  ]),
]
