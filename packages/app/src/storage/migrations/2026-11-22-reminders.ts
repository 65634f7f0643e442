import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Lists of reports, what waits for whom, reminders of due dates, and the end of what is over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...INDEXES, ...POLICIES]) await sql.raw(statement).execute(db)
}

const INDEXES = [
  // Serve the list of all reports, page by page, by year and by due date.
  `create index annual_report_by_year on gongkai.annual_report (tenant_id, report_year desc, id desc)`,
  `create index annual_report_by_due on gongkai.annual_report (tenant_id, due_on, id)`,
  // Serves the reminders and what waits for somebody: few are open beside those of all years.
  `create index annual_report_open on gongkai.annual_report (tenant_id, due_on) where state not in ('published', 'withdrawn')`,
  // Serve the search for what is over.
  `create index effect_claimed on gongkai.effect (tenant_id, claimed_at)`,
  `create index notice_over on gongkai.notice (tenant_id, read_at) where read_at is not null`,
  `create index job_asked on gongkai.job (tenant_id, asked_at)`,
]

const SYSTEM = `tenant_id = gongkai.current_tenant() and (select gongkai.is_system())`

const POLICIES = [
  // Who is to be reminded.
  ...['assignment', 'deputation'].map(
    (table) =>
      `create policy ${table}_read_by_system on gongkai.${table} for select to gongkai_app using (${SYSTEM})`,
  ),
  // What has been kept for its time goes; what was never read stays.
  `create policy effect_clean on gongkai.effect for delete to gongkai_app using (${SYSTEM})`,
  `create policy notice_clean on gongkai.notice for delete to gongkai_app using (${SYSTEM} and read_at is not null)`,
  `create policy job_clean on gongkai.job for delete to gongkai_app using (${SYSTEM})`,
  `grant delete on gongkai.effect, gongkai.notice, gongkai.job to gongkai_app`,
]
