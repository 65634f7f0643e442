import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The texts of the others are read once for a whole collection: they are told with the report's own, and by what they are known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [TEXTS, STAMP]) await sql.raw(statement).execute(db)
}

const GIVEN = `r.tenant_id = current_tenant() and r.id = report
      and r.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))`

/** What was handed in in the collection of a report, its own included, for whoever drafts that. */
const TEXTS = `create or replace function gongkai.sibling_texts(report uuid) returns table (name text, texts json)
  language sql stable security definer set search_path = gongkai, pg_temp as $$
  select a.name, v.texts from annual_report r
    join annual_report s on s.tenant_id = r.tenant_id and s.collection_id = r.collection_id
    join report_version v on v.tenant_id = s.tenant_id and v.report_id = s.id
      and v.no = coalesce(s.published_no, s.submitted_no)
    join authority a on a.tenant_id = s.tenant_id and a.id = s.authority_id
    where ${GIVEN}
    order by a.place $$`

/** Another as soon as any of them, or a name, is another: what is frozen does not change under its number. */
const STAMP = `create function gongkai.sibling_stamp(report uuid) returns text
  language sql stable security definer set search_path = gongkai, pg_temp as $$
  select md5(string_agg(concat_ws(' ', s.id, coalesce(s.published_no, s.submitted_no), a.name), ',' order by s.id))
    from annual_report r
    join annual_report s on s.tenant_id = r.tenant_id and s.collection_id = r.collection_id
    join authority a on a.tenant_id = s.tenant_id and a.id = s.authority_id
    where ${GIVEN} and coalesce(s.published_no, s.submitted_no) is not null $$`
