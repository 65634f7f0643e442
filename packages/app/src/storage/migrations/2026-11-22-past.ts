import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Reports of years past with their queue; the government's own share; checks of a whole collection in the background; the mark of a demonstration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...MARK, ...IMPORTED, ...QUEUE, ...OWN_SHARE, ...CHECKING]) {
    await sql.raw(statement).execute(db)
  }
}

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const below = (roles: string) => `authority_id in (select gongkai.authorities_below('{${roles}}'))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DRAFTER = own('disclosureOfficer')
const AUDITOR = below('auditor')
const SUPERVISOR = below('supervisingOfficer')
const SYSTEM = `${TENANT} and (select gongkai.is_system())`

/** A region that was invented to be looked at says so. */
const MARK = [
  `alter table gongkai.tenant add column demonstration boolean not null default false`,
  `create policy tenant_mark on gongkai.tenant for update to gongkai_app
    using (${TENANT} and (select gongkai.at_root('{administrator}')))
    with check (${TENANT} and (select gongkai.at_root('{administrator}')))`,
  `grant update (demonstration) on gongkai.tenant to gongkai_app`,
]

/** A report that was published before it came here: nobody handed it in, and the day of its publication may not be known. */
const IMPORTED = [
  `alter table gongkai.annual_report add column imported boolean not null default false`,
  // The third of the checks on the whole row: what is public has its day.
  `alter table gongkai.annual_report drop constraint annual_report_check2`,
  `alter table gongkai.annual_report add constraint annual_report_public check (
    (state in ('published', 'withdrawn')) = (published_no is not null)
    and (published_on is null or published_no is not null)
    and (published_no is null or published_on is not null or imported))`,
  `alter table gongkai.report_version drop constraint report_version_origin_check`,
  `alter table gongkai.report_version add constraint report_version_origin check (
    origin in ('blank', 'lastYear', 'file', 'edited', 'restored', 'imported'))`,
  `alter table gongkai.report_version drop constraint report_version_check`,
  `alter table gongkai.report_version add constraint report_version_file check (
    (origin in ('file', 'imported')) = (file_digest is not null))`,
  `create policy annual_report_import on gongkai.annual_report for insert to gongkai_app
    with check (${TENANT} and ${SUPERVISOR} and imported and state = 'published')`,
  `create policy report_version_import on gongkai.report_version for insert to gongkai_app
    with check (${TENANT} and ${SUPERVISOR} and origin = 'imported' and no = 1 and published_at is not null
      and exists (select from gongkai.annual_report r
        where r.tenant_id = report_version.tenant_id and r.id = report_version.report_id and r.imported))`,
]

const QUEUE = [
  `create table gongkai.past_import (
    tenant_id     uuid not null,
    id            uuid not null,
    authority_id  uuid not null,
    asked_by      uuid not null,
    asked_at      timestamptz not null,
    job_id        uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, authority_id) references gongkai.authority
  )`,
  // Serves the imports of an authority, newest first.
  `create index past_import_of on gongkai.past_import (tenant_id, authority_id, id desc)`,
  `create table gongkai.past_item (
    tenant_id     uuid not null,
    id            uuid not null,
    import_id     uuid not null,
    authority_id  uuid not null,
    file          text not null check (file <> ''),
    digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
    state         text not null check (state in ('waiting', 'ready', 'review', 'published', 'discarded')),
    doubts        json not null default '[]',
    reading       json,
    printed_name  text,
    proposals     json not null default '[]',
    target_id     uuid,
    report_year   integer,
    report_id     uuid,
    reason        text check (reason <> ''),
    decided_by    uuid,
    decided_at    timestamptz,
    version       integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, import_id) references gongkai.past_import,
    foreign key (tenant_id, target_id) references gongkai.authority,
    foreign key (tenant_id, report_id) references gongkai.annual_report,
    -- Nothing goes on without authority and year, and what is thrown away says why.
    check (state not in ('ready', 'published') or (target_id is not null and report_year is not null and reading is not null)),
    check ((state = 'published') = (report_id is not null)),
    check (state <> 'discarded' or reason is not null),
    check ((state in ('published', 'discarded')) = (decided_by is not null and decided_at is not null))
  )`,
  // Serves the queue of an authority by state, in the order of arrival.
  `create index past_item_queue on gongkai.past_item (tenant_id, authority_id, state, id)`,
  // Serves what of one import is done.
  `create index past_item_of on gongkai.past_item (tenant_id, import_id)`,
  // Whose affair it is, so that who may not touch it hears which right is missing.
  `create function gongkai.authority_of_past(thing uuid) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select authority_id from past_import where tenant_id = current_tenant() and id = thing
    union all
    select authority_id from past_item where tenant_id = current_tenant() and id = thing $$`,

  `alter table gongkai.past_import enable row level security`,
  `create policy past_import_read on gongkai.past_import for select to gongkai_app
    using (${TENANT} and (${SUPERVISOR} or ${AUDITOR}))`,
  `create policy past_import_add on gongkai.past_import for insert to gongkai_app
    with check (${TENANT} and ${SUPERVISOR} and asked_by = gongkai.current_person())`,
  `grant select, insert on gongkai.past_import to gongkai_app`,

  `alter table gongkai.past_item enable row level security`,
  `create policy past_item_read on gongkai.past_item for select to gongkai_app
    using (${TENANT} and (${SUPERVISOR} or ${AUDITOR}))`,
  `create policy past_item_read_by_system on gongkai.past_item for select to gongkai_app using (${SYSTEM})`,
  `create policy past_item_add on gongkai.past_item for insert to gongkai_app
    with check (${TENANT} and ${SUPERVISOR} and state = 'waiting')`,
  // What was decided stays.
  `create policy past_item_decide on gongkai.past_item for update to gongkai_app
    using (${TENANT} and ${SUPERVISOR} and state in ('ready', 'review'))
    with check (${TENANT} and ${SUPERVISOR} and (decided_by is null or decided_by = gongkai.current_person()))`,
  `create policy past_item_recognise on gongkai.past_item for update to gongkai_app
    using (${SYSTEM} and state in ('waiting', 'ready')) with check (${SYSTEM} and state in ('ready', 'review'))`,
  `grant select, insert on gongkai.past_item to gongkai_app`,
  `grant update (state, doubts, reading, printed_name, proposals, target_id, report_year, report_id, reason, decided_by, decided_at, version)
    on gongkai.past_item to gongkai_app`,
]

const OWN_SHARE = [
  `create table gongkai.own_share (
    tenant_id     uuid not null,
    report_id     uuid not null,
    authority_id  uuid not null,
    cells         json not null,
    saved_by      uuid not null,
    saved_at      timestamptz not null,
    version       integer not null default 1,
    primary key (tenant_id, report_id),
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id)
  )`,
  `alter table gongkai.own_share enable row level security`,
  `create policy own_share_read on gongkai.own_share for select to gongkai_app
    using (${TENANT} and (${STAFF} or ${SUPERVISOR} or ${AUDITOR}))`,
  `create policy own_share_add on gongkai.own_share for insert to gongkai_app
    with check (${TENANT} and ${DRAFTER} and saved_by = gongkai.current_person())`,
  `create policy own_share_change on gongkai.own_share for update to gongkai_app
    using (${TENANT} and ${DRAFTER}) with check (${TENANT} and ${DRAFTER} and saved_by = gongkai.current_person())`,
  `grant select, insert on gongkai.own_share to gongkai_app`,
  `grant update (cells, saved_by, saved_at, version) on gongkai.own_share to gongkai_app`,
]

/** The region itself reads what it checks, and keeps what it found. */
const CHECKING = [
  ...['collection', 'annual_report', 'report_version', 'report_waiver', 'report_check'].map(
    (table) =>
      `create policy ${table}_read_by_system on gongkai.${table} for select to gongkai_app using (${SYSTEM})`,
  ),
  // The state of a report does not change by being checked: it is only held.
  `create policy annual_report_hold on gongkai.annual_report for update to gongkai_app
    using (${SYSTEM}) with check (false)`,
  ...['report_check', 'report_finding'].flatMap((table) => [
    `create policy ${table}_add_by_system on gongkai.${table} for insert to gongkai_app with check (${SYSTEM})`,
    `create policy ${table}_change_by_system on gongkai.${table} for update to gongkai_app
      using (${SYSTEM}) with check (${SYSTEM})`,
  ]),
  `create policy report_finding_read_by_system on gongkai.report_finding for select to gongkai_app using (${SYSTEM})`,
]
