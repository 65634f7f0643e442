import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The yearly collection of annual reports: what was asked of whom, the reports with their versions, and what was said of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...TRIGGERS, ...FUNCTIONS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const TABLES = [
  `create table gongkai.collection (
    tenant_id     uuid not null,
    id            uuid not null,
    authority_id  uuid not null,
    report_year   integer not null,
    form          text not null check (form in ('2019', '2021')),
    instructions  text not null,
    local_duties  json not null,
    opened_at     timestamptz not null,
    version       integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, authority_id) references gongkai.authority
  )`,
  // An authority collects a year once.
  `create unique index collection_once on gongkai.collection (tenant_id, authority_id, report_year)`,

  `create table gongkai.annual_report (
    tenant_id         uuid not null,
    id                uuid not null,
    collection_id     uuid not null,
    authority_id      uuid not null,
    report_year       integer not null,
    due_on            date not null,
    state             text not null check (state in ('notStarted', 'draft', 'submitted', 'returned', 'accepted', 'published', 'withdrawn')),
    version           integer not null default 1,
    submitted_no      integer,
    accepted_no       integer,
    published_no      integer,
    published_on      date,
    withdrawn_on      date,
    withdrawn_reason  text,
    primary key (tenant_id, id),
    -- What belongs to a report names its authority too, so that a policy needs no other table; both must fit.
    unique (tenant_id, id, authority_id),
    foreign key (tenant_id, collection_id) references gongkai.collection,
    foreign key (tenant_id, authority_id) references gongkai.authority,
    -- What was received was handed in, and what is public has its day; a tombstone says why.
    check (state not in ('submitted', 'returned', 'accepted', 'published', 'withdrawn') or submitted_no is not null),
    check (state not in ('accepted', 'published', 'withdrawn') or accepted_no is not null),
    check ((state in ('published', 'withdrawn')) = (published_no is not null and published_on is not null)),
    check ((state = 'withdrawn') = (withdrawn_on is not null and withdrawn_reason <> ''))
  )`,
  // An authority has one report on a year (Article 49 of the Regulations). Serves last year's report, too.
  `create unique index annual_report_once on gongkai.annual_report (tenant_id, authority_id, report_year)`,
  // Serves the board and the siblings of one collection.
  `create index annual_report_of on gongkai.annual_report (tenant_id, collection_id)`,

  `create table gongkai.report_version (
    tenant_id     uuid not null,
    report_id     uuid not null,
    no            integer not null check (no > 0),
    authority_id  uuid not null,
    origin        text not null check (origin in ('blank', 'lastYear', 'file', 'edited', 'restored')),
    source_no     integer,
    file_digest   text check (file_digest ~ '^[0-9a-f]{64}$'),
    document      json not null,
    texts         json not null,
    drafters      jsonb not null,
    saved_at      timestamptz not null,
    frozen_at     timestamptz,
    submitted_at  timestamptz,
    published_at  timestamptz,
    withdrawn_at  timestamptz,
    reason        text,
    primary key (tenant_id, report_id, no),
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id),
    check ((origin = 'file') = (file_digest is not null)),
    check ((origin = 'restored') = (source_no is not null)),
    -- Only what can no longer change goes out.
    check (frozen_at is not null or (submitted_at is null and published_at is null)),
    check (withdrawn_at is null or published_at is not null)
  )`,
  // A report has one working version: everything before it is frozen.
  `create unique index report_version_working on gongkai.report_version (tenant_id, report_id) where frozen_at is null`,

  // How many findings stand open: the board shows it to those who may not read the draft.
  `create table gongkai.report_check (
    tenant_id      uuid not null,
    report_id      uuid not null,
    authority_id   uuid not null,
    version_no     integer not null,
    ruleset        text not null,
    checked_at     timestamptz not null,
    open_errors    integer not null,
    open_findings  integer not null,
    primary key (tenant_id, report_id),
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id)
  )`,
  // The findings themselves quote the text.
  `create table gongkai.report_finding (
    tenant_id     uuid not null,
    report_id     uuid not null,
    version_no    integer not null,
    authority_id  uuid not null,
    result        json not null,
    primary key (tenant_id, report_id, version_no),
    foreign key (tenant_id, report_id, version_no) references gongkai.report_version,
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id)
  )`,

  `create table gongkai.report_waiver (
    tenant_id     uuid not null,
    id            uuid not null,
    report_id     uuid not null,
    authority_id  uuid not null,
    version_no    integer not null,
    rule          text not null,
    place         text not null,
    value         text not null,
    message       text not null,
    reason        text not null check (reason <> ''),
    waived_by     uuid not null,
    waived_at     timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id)
  )`,
  // Serves the waivers of one report. (Whole paragraphs may be a value: too long for a unique index.)
  `create index report_waiver_of on gongkai.report_waiver (tenant_id, report_id)`,

  `create table gongkai.report_remark (
    tenant_id     uuid not null,
    id            uuid not null,
    report_id     uuid not null,
    authority_id  uuid not null,
    version_no    integer not null,
    -- The order in which they were made together.
    number        integer not null default 1,
    target        json not null,
    quote         text,
    words         text not null check (words <> ''),
    made_by       uuid not null,
    made_at       timestamptz not null,
    answer        text check (answer <> ''),
    answered_by   uuid,
    answered_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, report_id, version_no) references gongkai.report_version,
    foreign key (tenant_id, report_id, authority_id) references gongkai.annual_report (tenant_id, id, authority_id),
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
  )`,
  // Serves the remarks of one report.
  `create index report_remark_of on gongkai.report_remark (tenant_id, report_id)`,
]

const TRIGGERS = [
  // No policy sees a row before and after: the steps of a report, and by whom, are said here a second time.
  `create function gongkai.move_report() returns trigger language plpgsql as $$
  begin
    if current_user <> 'gongkai_app' then return new; end if;
    if not exists (
      select from (values
        ('notStarted', 'draft',     'own',   '{disclosureOfficer}'),
        ('draft',      'draft',     'own',   '{disclosureOfficer}'),
        ('returned',   'returned',  'own',   '{disclosureOfficer}'),
        ('published',  'published', 'own',   '{disclosureOfficer,disclosureHead}'),
        ('draft',      'submitted', 'own',   '{disclosureOfficer,disclosureHead}'),
        ('returned',   'submitted', 'own',   '{disclosureOfficer,disclosureHead}'),
        ('submitted',  'returned',  'below', '{supervisingOfficer}'),
        ('submitted',  'accepted',  'below', '{supervisingOfficer}'),
        ('accepted',   'published', 'own',   '{disclosureOfficer,disclosureHead}'),
        ('published',  'withdrawn', 'own',   '{disclosureHead}')
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
    return new;
  end $$`,
  `create trigger move_report
    before update of state, submitted_no, accepted_no, published_no, published_on, withdrawn_on, withdrawn_reason on gongkai.annual_report
    for each row execute function gongkai.move_report()`,

  // What is frozen stays, even for the owner.
  `create function gongkai.keep_version() returns trigger language plpgsql as
    $$ begin raise exception 'a frozen version does not change' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger keep_version
    before update of document, texts, origin, source_no, file_digest, drafters, saved_at, frozen_at on gongkai.report_version
    for each row when (old.frozen_at is not null) execute function gongkai.keep_version()`,
  `create trigger keep_versions before delete on gongkai.report_version
    for each row execute function gongkai.keep_version()`,
  // A version goes out only with its report.
  `create function gongkai.send_version() returns trigger language plpgsql as $$
  begin
    if not exists (select from gongkai.annual_report r
      where r.tenant_id = new.tenant_id and r.id = new.report_id
        and (new.submitted_at is null or new.submitted_at is not distinct from old.submitted_at or r.submitted_no = new.no)
        and (new.published_at is null or new.published_at is not distinct from old.published_at or r.published_no = new.no)
        and (new.withdrawn_at is null or r.state = 'withdrawn')) then
      raise exception 'a version goes out only with its report' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `create trigger send_version before update of submitted_at, published_at, withdrawn_at on gongkai.report_version
    for each row execute function gongkai.send_version()`,
]

/** What goes past the policies, each to one end. */
const FUNCTIONS = [
  // Whose affair a thing is, so that who may not touch it hears which right is missing. That it is there is no secret.
  `create function gongkai.authority_of(kind text, thing uuid) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select authority_id from collection where kind = 'collection' and tenant_id = current_tenant() and id = thing
    union all
    select authority_id from annual_report where kind = 'report' and tenant_id = current_tenant() and id = thing
    union all
    select authority_id from report_remark where kind = 'remark' and tenant_id = current_tenant() and id = thing $$`,
  // What the check of a report is told of the others of its collection: their texts once handed in, to find what was copied.
  `create function gongkai.sibling_texts(report uuid) returns table (name text, texts json)
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select a.name, v.texts from annual_report r
      join annual_report s on s.tenant_id = r.tenant_id and s.collection_id = r.collection_id and s.id <> r.id
      join report_version v on v.tenant_id = s.tenant_id and v.report_id = s.id
        and v.no = coalesce(s.published_no, s.submitted_no)
      join authority a on a.tenant_id = s.tenant_id and a.id = s.authority_id
      where r.tenant_id = current_tenant() and r.id = report
        and r.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))
      order by a.place $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const below = (roles: string) => `authority_id in (select gongkai.authorities_below('{${roles}}'))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DRAFTER = own('disclosureOfficer')
const SENDER = own('disclosureOfficer,disclosureHead')
const AUDITOR = below('auditor')
const SUPERVISOR = below('supervisingOfficer')

const POLICIES = [
  `alter table gongkai.collection enable row level security`,
  // Who is asked reads what is asked.
  `create policy collection_read on gongkai.collection for select to gongkai_app using (${TENANT} and (
    ${SUPERVISOR} or ${AUDITOR} or id in (select collection_id from gongkai.annual_report where ${STAFF})))`,
  `create policy collection_open on gongkai.collection for insert to gongkai_app with check (${TENANT} and ${SUPERVISOR})`,
  `create policy collection_change on gongkai.collection for update to gongkai_app
    using (${TENANT} and ${SUPERVISOR}) with check (${TENANT} and ${SUPERVISOR})`,
  `grant select, insert on gongkai.collection to gongkai_app`,
  `grant update (version) on gongkai.collection to gongkai_app`,

  `alter table gongkai.annual_report enable row level security`,
  // That a report was published or withdrawn is public; how far the others are, only own staff and those above see.
  `create policy annual_report_read on gongkai.annual_report for select to gongkai_app using (${TENANT} and (
    state in ('published', 'withdrawn') or ${STAFF} or ${SUPERVISOR} or ${AUDITOR}))`,
  `create policy annual_report_ask on gongkai.annual_report for insert to gongkai_app
    with check (${TENANT} and ${SUPERVISOR} and state = 'notStarted')`,
  `create policy annual_report_move on gongkai.annual_report for update to gongkai_app
    using (${TENANT} and (${SENDER} or ${SUPERVISOR})) with check (${TENANT} and (${SENDER} or ${SUPERVISOR}))`,
  `grant select, insert on gongkai.annual_report to gongkai_app`,
  `grant update (state, version, submitted_no, accepted_no, published_no, published_on, withdrawn_on, withdrawn_reason)
    on gongkai.annual_report to gongkai_app`,

  `alter table gongkai.report_version enable row level security`,
  // A draft is its authority's; what was handed in those above read too; what is published everybody.
  `create policy report_version_read on gongkai.report_version for select to gongkai_app using (${TENANT} and (
    (published_at is not null and withdrawn_at is null) or ${STAFF} or ${AUDITOR}
    or (submitted_at is not null and ${SUPERVISOR})))`,
  `create policy report_version_draft on gongkai.report_version for insert to gongkai_app
    with check (${TENANT} and ${DRAFTER} and submitted_at is null and published_at is null)`,
  `create policy report_version_change on gongkai.report_version for update to gongkai_app
    using (${TENANT} and ${SENDER}) with check (${TENANT} and ${SENDER})`,
  `grant select, insert on gongkai.report_version to gongkai_app`,
  `grant update (document, texts, origin, source_no, file_digest, drafters, saved_at, frozen_at, submitted_at, published_at, withdrawn_at, reason)
    on gongkai.report_version to gongkai_app`,

  `alter table gongkai.report_check enable row level security`,
  `create policy report_check_read on gongkai.report_check for select to gongkai_app
    using (${TENANT} and (${STAFF} or ${SUPERVISOR} or ${AUDITOR}))`,
  `create policy report_check_add on gongkai.report_check for insert to gongkai_app with check (${TENANT} and ${SENDER})`,
  `create policy report_check_change on gongkai.report_check for update to gongkai_app
    using (${TENANT} and ${SENDER}) with check (${TENANT} and ${SENDER})`,
  `grant select, insert, update on gongkai.report_check to gongkai_app`,

  `alter table gongkai.report_finding enable row level security`,
  // Those above see the findings of the versions that they may read.
  `create policy report_finding_read on gongkai.report_finding for select to gongkai_app using (${TENANT} and (
    ${STAFF} or ${AUDITOR} or (${SUPERVISOR} and exists (select from gongkai.report_version v
      where v.tenant_id = report_finding.tenant_id and v.report_id = report_finding.report_id
        and v.no = report_finding.version_no and v.submitted_at is not null))))`,
  `create policy report_finding_add on gongkai.report_finding for insert to gongkai_app with check (${TENANT} and ${SENDER})`,
  `create policy report_finding_change on gongkai.report_finding for update to gongkai_app
    using (${TENANT} and ${SENDER}) with check (${TENANT} and ${SENDER})`,
  `grant select, insert on gongkai.report_finding to gongkai_app`,
  `grant update (result) on gongkai.report_finding to gongkai_app`,

  `alter table gongkai.report_waiver enable row level security`,
  // What was let stand in a draft is seen by those above once it is handed in.
  `create policy report_waiver_read on gongkai.report_waiver for select to gongkai_app using (${TENANT} and (
    ${STAFF} or ${AUDITOR} or (${SUPERVISOR} and exists (select from gongkai.annual_report r
      where r.tenant_id = report_waiver.tenant_id and r.id = report_waiver.report_id
        and r.submitted_no >= report_waiver.version_no))))`,
  `create policy report_waiver_add on gongkai.report_waiver for insert to gongkai_app
    with check (${TENANT} and ${DRAFTER} and waived_by = gongkai.current_person())`,
  `grant select, insert on gongkai.report_waiver to gongkai_app`,

  `alter table gongkai.report_remark enable row level security`,
  `create policy report_remark_read on gongkai.report_remark for select to gongkai_app
    using (${TENANT} and (${STAFF} or ${SUPERVISOR} or ${AUDITOR}))`,
  `create policy report_remark_make on gongkai.report_remark for insert to gongkai_app
    with check (${TENANT} and ${SUPERVISOR} and made_by = gongkai.current_person() and answer is null)`,
  // Said once.
  `create policy report_remark_answer on gongkai.report_remark for update to gongkai_app
    using (${TENANT} and ${DRAFTER} and answer is null)
    with check (${TENANT} and ${DRAFTER} and answered_by = gongkai.current_person())`,
  `grant select, insert on gongkai.report_remark to gongkai_app`,
  `grant update (answer, answered_by, answered_at) on gongkai.report_remark to gongkai_app`,
]
