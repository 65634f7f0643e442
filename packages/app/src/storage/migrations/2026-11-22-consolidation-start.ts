import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The collecting authority begins its own report with the sums of the others'. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...ORIGIN, ACCEPTED]) await sql.raw(statement).execute(db)
}

const ORIGIN = [
  `alter table gongkai.report_version drop constraint report_version_origin`,
  `alter table gongkai.report_version add constraint report_version_origin check (
    origin in ('blank', 'lastYear', 'file', 'edited', 'restored', 'imported', 'consolidation'))`,
]

/**
 * What who drafts the collecting authority's own report is told of the others: the versions that count, once they are accepted. Of any other report
 * nothing is told. A page of at most `most`, in the order of the tree.
 */
const ACCEPTED = `create function gongkai.reports_to_add(report uuid, after text, most integer)
  returns table ("reportId" uuid, "authorityId" uuid, authority text, no integer, document json, place text)
  language sql stable security definer set search_path = gongkai, pg_temp as $$
  select s.id, s.authority_id, a.name, v.no, v.document, a.place
    from annual_report r
    join collection c on c.tenant_id = r.tenant_id and c.id = r.collection_id and c.authority_id = r.authority_id
    join annual_report s on s.tenant_id = r.tenant_id and s.collection_id = r.collection_id and s.id <> r.id
    join authority a on a.tenant_id = s.tenant_id and a.id = s.authority_id
    join report_version v on v.tenant_id = s.tenant_id and v.report_id = s.id and v.no = coalesce(s.published_no, s.accepted_no)
    where r.tenant_id = current_tenant() and r.id = report
      and r.authority_id in (select authorities_as('{disclosureOfficer}'))
      and s.state in ('accepted', 'published') and a.place > after
    order by a.place limit most $$`
