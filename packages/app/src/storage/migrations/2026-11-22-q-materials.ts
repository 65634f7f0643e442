import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What a request asks for, with what is withheld of it; filed cases (ADR 0028). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...STORED, ...TABLES, ...FILING, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

/** Whatever is put into the store for a request, beside what came with it: written down before the bytes are there, so that none is forgotten when the request is erased. */
const STORED = [
  // Nobody reads or writes it but by the functions below.
  `create table gongkai.request_stored (
    tenant_id   uuid not null,
    id          uuid not null,
    request_id  uuid not null,
    -- Of what is kept, which is sealed.
    digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
    erased_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id) references gongkai.request
  )`,
  // Nobody reads or writes it but by the functions below.
  `alter table gongkai.request_stored enable row level security`,
  // Serves the erasing of what is left.
  `create index request_stored_of on gongkai.request_stored (tenant_id, request_id) where erased_at is null`,
  // For the desk, and for the region itself.
  `create function gongkai.note_stored(file uuid, request uuid, digest text) returns void language plpgsql volatile ${FROM_OUTSIDE} as $$
  begin
    insert into request_stored (tenant_id, id, request_id, digest)
      select r.tenant_id, file, r.id, note_stored.digest from request r
        where r.tenant_id = current_tenant() and r.id = request and r.erased_at is null
          and (is_system() or r.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}')));
    if not found then raise exception 'nothing is kept for this request' using errcode = 'insufficient_privilege'; end if;
  end $$`,
  // Under which digest the store has a file now: with another key it has another.
  `create function gongkai.digest_of_stored(file uuid) returns text language sql stable ${FROM_OUTSIDE} as $$
    select coalesce(
      (select s.digest from request_stored s where s.tenant_id = current_tenant() and s.id = file),
      (select f.digest from request_file f where f.tenant_id = current_tenant() and f.id = file)) $$`,
]

const TABLES = [
  `create table gongkai.request_material (
    tenant_id     uuid not null,
    id            uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    name          text not null check (name <> ''),
    media_type    text not null,
    bytes         integer not null check (bytes >= 0),
    -- Of the file itself; under its id it is found in request_stored.
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state         text not null default 'open' check (state in ('open', 'making', 'failed', 'made', 'checked', 'whole', 'removed')),
    -- What is withheld, with its grounds; what was made of it. Both sealed.
    marks         bytea,
    result        bytea,
    job_id        uuid,
    added_by      uuid not null,
    added_at      timestamptz not null,
    checked_by    uuid,
    checked_at    timestamptz,
    version       integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    -- What goes out was looked at by somebody.
    check ((state in ('checked', 'whole')) = (checked_by is not null) and (checked_by is null) = (checked_at is null)),
    check (state not in ('made', 'checked') or (marks is not null and result is not null))
  )`,
  // Serves the files of one request.
  `create index request_material_of on gongkai.request_material (tenant_id, request_id, id)`,
  // Only what stands may be looked at and given out: whoever changes the draft takes that back.
  `create function gongkai.move_material() returns trigger language plpgsql as $$
  begin
    -- The region's own functions erase, and seal under another key.
    if current_user <> 'gongkai_app' then return new; end if;
    if new.state = 'checked' and old.state <> 'made' then
      raise exception 'only what was made is checked' using errcode = 'insufficient_privilege';
    end if;
    if new.marks is distinct from old.marks and new.state <> 'open' then
      raise exception 'a changed draft is to be made anew' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger move_material before update of state, marks on gongkai.request_material
    for each row execute function gongkai.move_material()`,

  `create table gongkai.request_filing (
    tenant_id     uuid not null,
    request_id    uuid not null,
    no            integer not null check (no >= 1),
    authority_id  uuid not null,
    state         text not null default 'making' check (state in ('making', 'filed', 'failed')),
    -- What is to be filed as it stood when it was asked for, until it is; what was made of it. Both sealed.
    content       bytea,
    result        bytea,
    job_id        uuid not null,
    asked_by      uuid not null,
    asked_at      timestamptz not null,
    filed_on      date,
    -- Something was added to the case since.
    outdated      boolean not null default false,
    primary key (tenant_id, request_id, no),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    check ((state = 'making') = (content is not null) and (state = 'making') = (result is null)),
    check ((state = 'filed') = (filed_on is not null))
  )`,
  // One at a time.
  `create unique index request_filing_making on gongkai.request_filing (tenant_id, request_id) where state = 'making'`,
]

/** What of a request belongs into its case. */
const IN_CASE = [
  'request_file',
  'request_step',
  'request_letter',
  'request_task',
  'request_material',
  'request_search',
  'request_fee_entry',
  'remedy',
]

const FILING = [
  // Serves what is to be filed, newest first.
  `create index request_to_file on gongkai.request (tenant_id, authority_id, id desc) where closed_on is not null and filed_on is null`,
  `create function gongkai.reopen_filing(request uuid) returns void language sql volatile ${FROM_OUTSIDE} as $$
    update request_filing f set outdated = true where f.tenant_id = current_tenant() and f.request_id = reopen_filing.request
      and not f.outdated;
    update request r set filed_on = null, version = r.version + 1 where r.tenant_id = current_tenant() and r.id = reopen_filing.request
      and r.filed_on is not null $$`,
  `revoke execute on function gongkai.reopen_filing(uuid) from public`,
  `grant execute on function gongkai.reopen_filing(uuid) to gongkai_app`,
  // What the region's own functions do, erasing among it, adds nothing to a case.
  `create function gongkai.add_to_case() returns trigger language plpgsql set search_path = gongkai, pg_temp as $$
  begin
    if current_user = 'gongkai_app' then perform reopen_filing(new.request_id); end if;
    return new;
  end $$`,
  ...IN_CASE.map(
    (table) =>
      `create trigger add_to_case after insert or update on gongkai.${table} for each row execute function gongkai.add_to_case()`,
  ),
  // The log of one request, for whoever files it: who reads the whole log is others' affair.
  `create function gongkai.log_of_request(request uuid) returns table ("at" timestamptz, name text, person text)
    language sql stable ${FROM_OUTSIDE} as $$
    select e.happened_at, e.name, p.name from event e
      left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
      where e.tenant_id = current_tenant() and e.subject_kind = 'request' and e.subject_id = log_of_request.request::text
        and e.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))
      order by e.seq $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const SELF = 'gongkai.current_person()'
const SYSTEM = '(select gongkai.is_system())'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const DESK = own('disclosureOfficer,disclosureHead')
/** Who consents to a letter sees what goes with it. */
const CONCERNED = own('disclosureOfficer,secrecyReviewer,disclosureHead,leader')

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
  ...policiesOf('request_material', [
    ['read', 'select', CONCERNED],
    ['read_by_system', 'select', SYSTEM],
    ['add', 'insert', `${DESK} and added_by = ${SELF} and state = 'open' and marks is null`],
    ['change', 'update', DESK],
    ['change_by_system', 'update', SYSTEM],
  ]),
  `grant update (state, marks, result, job_id, checked_by, checked_at, version) on gongkai.request_material to gongkai_app`,
  ...policiesOf('request_filing', [
    ['read', 'select', DESK],
    ['read_by_system', 'select', SYSTEM],
    ['add', 'insert', `${DESK} and asked_by = ${SELF} and state = 'making'`],
    ['change_by_system', 'update', SYSTEM],
  ]),
  `grant update (state, content, result, filed_on) on gongkai.request_filing to gongkai_app`,
]
