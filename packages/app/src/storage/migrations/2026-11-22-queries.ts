import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is asked most costs what it answers, and not what there is beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...SESSION, ...REACH, ...POLICIES, ...TALLY, ...INDEXES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const SESSION = [
  // Before anybody is known, and in one statement, because every request asks it: the session of a token, whose it is, and what that
  // person holds on the day, in an own right before what is held as a deputy. Whoever has no token is told nothing.
  `create function gongkai.session_of(tenant uuid, wanted bytea, at timestamptz, idle_since timestamptz, day date)
    returns table (session_id uuid, holder uuid, last_seen timestamptz, held json)
    language plpgsql stable ${FROM_OUTSIDE} as $$
  begin
    return query select s.id, s.person_id, s.seen_at, (
      select coalesce(json_agg(json_build_object('role', h.role, 'authorityId', h.authority_id, 'onBehalfOf', h.on_behalf_of)
        order by h.on_behalf_of is not null, h.since, h.id), '[]')
      from (
        select a.role, a.authority_id, null::uuid as on_behalf_of, a.since, a.id from assignment a
          where a.tenant_id = tenant and a.person_id = s.person_id and a.since <= day and (a.until is null or a.until >= day)
        union all
        select a.role, a.authority_id, a.person_id, d.since, d.id from deputation d
          join assignment a on a.tenant_id = d.tenant_id and a.id = d.assignment_id
            and a.since <= day and (a.until is null or a.until >= day)
          join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.state = 'active'
          where d.tenant_id = tenant and d.deputy_id = s.person_id and d.since <= day and d.until >= day
      ) h)
      from session s
      join person p on p.tenant_id = s.tenant_id and p.id = s.person_id and p.state = 'active'
      where s.tenant_id = tenant and s.token_hash = wanted and s.ended_at is null and s.expires_at > at and s.seen_at > idle_since;
  end $$`,
  `drop function gongkai.person_of_session(bytea, timestamptz, timestamptz)`,
]

const REACH = [
  // Serves the question for the root.
  `create index authority_root on gongkai.authority (tenant_id) where parent_id is null`,
  // As before, but whoever holds none of the roles is not told so by a look at every authority.
  `create or replace function gongkai.authorities_below(roles text[]) returns setof uuid
    language plpgsql stable ${FROM_OUTSIDE} as $$
  declare held uuid[] := array(select authorities_as(roles));
  begin
    if cardinality(held) > 0 then
      return query select b.id from authority b where b.tenant_id = current_tenant() and b.path && held;
    end if;
  end $$`,
  // Whoever holds one of the roles at the root reaches every authority: then a policy need not list them.
  `create function gongkai.reaches_all(roles text[]) returns boolean
    language sql stable ${FROM_OUTSIDE} as $$
    select coalesce(bool_and(id in (select authorities_as(roles))), false) from authority
      where tenant_id = current_tenant() and parent_id is null $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const STAFF = `authority_id in (select gongkai.authorities_as(
  '{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))`

/** An authority that is reached, asked for the whole first; \`authority_id\` may not be null. */
const below = (roles: string) =>
  `((select gongkai.reaches_all('{${roles}}')) or authority_id in (select gongkai.authorities_below('{${roles}}')))`

const ABOVE = below('supervisingOfficer,auditor')

/** The policies say what they said before. */
const POLICIES = [
  ...(
    [
      ['annual_report', `state in ('published', 'withdrawn') or ${STAFF} or ${ABOVE}`],
      ['report_check', `${STAFF} or ${ABOVE}`],
      ['report_remark', `${STAFF} or ${ABOVE}`],
      ['own_share', `${STAFF} or ${ABOVE}`],
      ['collection', `${ABOVE} or id in (select gongkai.asked_collections())`],
      ['past_import', ABOVE],
      ['past_item', ABOVE],
      [
        'event',
        `person_id = gongkai.current_person()
          or (authority_id is not null and ${below('administrator,auditor,supervisingOfficer')})
          or authority_id in (select gongkai.authorities_as(
            '{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader}'))`,
      ],
      [
        'report_version',
        `(published_at is not null and withdrawn_at is null) or ${STAFF} or ${below('auditor')}
          or (submitted_at is not null and ${below('supervisingOfficer')})`,
      ],
      [
        'report_finding',
        `${STAFF} or ${below('auditor')} or (${below('supervisingOfficer')} and exists (select from gongkai.report_version v
          where v.tenant_id = report_finding.tenant_id and v.report_id = report_finding.report_id
            and v.no = report_finding.version_no and v.submitted_at is not null))`,
      ],
      [
        'report_waiver',
        `${STAFF} or ${below('auditor')} or (${below('supervisingOfficer')} and exists (select from gongkai.annual_report r
          where r.tenant_id = report_waiver.tenant_id and r.id = report_waiver.report_id
            and r.submitted_no >= report_waiver.version_no))`,
      ],
    ] as const
  ).map(
    ([table, who]) =>
      `alter policy ${table}_read on gongkai.${table} using (${TENANT} and (${who}))`,
  ),
]

const COUNTED = `state = 'published'`

const TALLY = [
  // What was asked of a year and what of it is public, counted as it changes. Nobody reads or writes it but by the functions below.
  `create table gongkai.year_tally (
    tenant_id    uuid not null references gongkai.tenant,
    report_year  integer not null,
    asked        integer not null,
    published    integer not null,
    primary key (tenant_id, report_year)
  )`,
  `alter table gongkai.year_tally enable row level security`,
  `insert into gongkai.year_tally
    select tenant_id, report_year, count(*), count(*) filter (where ${COUNTED}) from gongkai.annual_report group by 1, 2`,
  // After the stamp of the region, which is taken first and held to the end of the transaction: so nobody waits crosswise.
  `create function gongkai.tally_asked() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    insert into year_tally as t
      select tenant_id, report_year, count(*), count(*) filter (where ${COUNTED}) from added group by 1, 2
      on conflict (tenant_id, report_year)
      do update set asked = t.asked + excluded.asked, published = t.published + excluded.published;
    return null;
  end $$`,
  `create trigger tally_asked after insert on gongkai.annual_report referencing new table as added
    for each statement execute function gongkai.tally_asked()`,
  `create function gongkai.tally_published() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update year_tally set published = published + case when new.${COUNTED} then 1 else -1 end
      where tenant_id = new.tenant_id and report_year = new.report_year;
    return null;
  end $$`,
  `create trigger tally_published after update on gongkai.annual_report for each row
    when ((old.${COUNTED}) <> (new.${COUNTED})) execute function gongkai.tally_published()`,
  `drop function gongkai.asked_years()`,
  `create function gongkai.public_years() returns table (report_year integer, asked integer, published integer)
    language sql stable ${FROM_OUTSIDE} as $$
    select report_year, asked, published from year_tally where tenant_id = current_tenant() $$`,
]

const INDEXES = [
  // Serves the list of the reports in one state, of one year or of all, page by page.
  `create index annual_report_in_state on gongkai.annual_report (tenant_id, state, report_year desc, id desc)`,
]
