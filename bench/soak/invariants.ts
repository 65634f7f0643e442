import assert from 'node:assert/strict'
import type pg from 'pg'

/** What must hold in the database at any time, whoever was killed: a statement for each, which finds what does not. */
const INVARIANTS: Readonly<Record<string, string>> = {
  'a report went as many steps as its version says': `
    select r.id from gongkai.annual_report r where r.version - 1 <> (select count(*) from gongkai.event e
      where e.tenant_id = r.tenant_id and e.subject_kind = 'report' and e.subject_id = r.id::text
        and e.name in ('reportStarted', 'draftSaved', 'versionRestored', 'reportSubmitted', 'reportReturned', 'reportAccepted',
          'reportPublished', 'publishedCorrected', 'publishedWithdrawn', 'reportClosed', 'reportReopened'))`,
  'what went out is frozen, and out as its report says': `
    select r.id from gongkai.annual_report r join gongkai.report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id
      where (r.submitted_no = v.no and (v.submitted_at is null or v.frozen_at is null))
        or (r.published_no = v.no and v.published_at is null)
        or (v.submitted_at is not null and r.submitted_no is null)
        or (v.published_at is not null and r.published_no is null)`,
  'versions are numbered without a gap': `
    select report_id from gongkai.report_version group by tenant_id, report_id having max(no) <> count(*)`,
  'findings belong to a version': `
    select c.report_id from gongkai.report_check c left join gongkai.report_version v
      on v.tenant_id = c.tenant_id and v.report_id = c.report_id and v.no = c.version_no where v.no is null`,
  'the chain has no gap, and ends at its head': `
    select h.tenant_id from gongkai.chain_head h
      where h.seq <> (select count(*) from gongkai.event e where e.tenant_id = h.tenant_id)
        or h.seq <> (select max(seq) from gongkai.event e where e.tenant_id = h.tenant_id)`,
  'nobody was reminded of the same twice': `
    select title from gongkai.notice where kind = 'reminder' group by tenant_id, person_id, kind, title, body having count(*) > 1`,
  'a job that somebody asked for stands in the queue': `
    select j.id from gongkai.job j left join gongkai_jobs.job run on run.name = j.queue and run.id = j.id where run.id is null`,
}

/** Holds all of them; throws with what does not. */
export async function holdInvariants(client: pg.Client): Promise<void> {
  for (const [title, statement] of Object.entries(INVARIANTS)) {
    const { rows } = await client.query(statement)
    assert.deepEqual(rows, [], title)
  }
}
