import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Role } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { findReport, type NotFound, type Opened } from './report-file.js'
import type { Step } from './states.js'

/** What is told in the course of a report: what is only written before it is handed in is not. */
type CourseStep = Exclude<Step, 'start' | 'save'>

/** One step that was taken on a report. */
export type CourseEntry = {
  readonly id: string
  readonly step: CourseStep
  /** The version that it is about; null where nothing was drafted. */
  readonly no: number | null
  readonly personId: string
  /** The name of who took it; null where the person is not there any more. */
  readonly person: string | null
  /** Of whom a deputy stood in for. */
  readonly onBehalfOf: string | null
  readonly role: Role
  readonly at: Date
  /** The day on which the report really was published. */
  readonly publishedOn: LocalDate | null
  /** Why, in the words of who did it. */
  readonly remark: string | null
}

/** Who acted on a report, by name. */
export type Named = { readonly id: string; readonly name: string }

/** Notes a step in the course of the report, in the transaction of the step. */
export async function noteStep(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  { personId }: Actor,
  { as, report, row }: Opened,
  about: {
    readonly no: number | null
    readonly publishedOn?: LocalDate
    readonly remark?: string
  },
): Promise<void> {
  await tx
    .insertInto('report_step')
    .values({
      ...{ tenant_id: tenantId, id: randomUUIDv7(), report_id: report.id },
      ...{ authority_id: report.authorityId, step: row.step, version_no: about.no },
      ...{ done_by: personId, on_behalf_of: as.onBehalfOf, role: as.role, done_at: now() },
      ...{ published_on: about.publishedOn ?? null, remark: about.remark || null },
    })
    .execute()
}

/** 办理经过: every step that was taken on a report, oldest first, with who took it; nothing for whom only what is published is there. */
export async function readCourse(
  platform: Platform,
  actor: Actor | null,
  reportId: string,
): Promise<Result<readonly CourseEntry[], NotFound>> {
  return transact(platform, actor, async ({ tx }) => {
    const found = await findReport(tx, reportId)
    if (!found.ok) return found
    const { rows } = await sql<CourseEntry>`
      select s.id, s.step, s.version_no as no, s.done_by as "personId", p.name as person, b.name as "onBehalfOf", s.role,
        s.done_at as at, s.published_on as "publishedOn", s.remark
      from report_step s
        left join report_people(${reportId}) p on p.id = s.done_by
        left join report_people(${reportId}) b on b.id = s.on_behalf_of
      where s.tenant_id = current_tenant() and s.report_id = ${reportId}
      order by s.done_at, s.id`.execute(tx)
    return ok(rows)
  })
}

/** The names of those who did on a report what the actor may read of it. */
export async function reportPeople(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`select id, name from report_people(${reportId})`.execute(tx)
  return rows
}
