import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { FormId } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { allowOn } from './allow-on.js'
import { CARRIER } from './carrier.js'
import { actionOf, type ReportState, type Step, type StepSpec, stepFrom } from './states.js'
import { latestVersion, type ReportVersion } from './versions.js'

/** The report of one authority on one year: how far it is, and which of its versions went where. */
export type ReportFile = {
  readonly id: string
  readonly collectionId: string
  readonly authorityId: string
  /** The authority's name as it is registered now. */
  readonly authority: string
  /** Who carries on the report of an authority that is dissolved. */
  readonly carriedBy: string | null
  /** Since when there is no such authority. */
  readonly dissolvedOn: LocalDate | null
  readonly reportYear: number
  readonly dueOn: LocalDate
  readonly state: ReportState
  readonly version: number
  readonly submittedNo: number | null
  readonly acceptedNo: number | null
  readonly publishedNo: number | null
  /** The day on which it was really published. */
  readonly publishedOn: LocalDate | null
  readonly withdrawnOn: LocalDate | null
  readonly withdrawnReason: string | null
  /** From which state and since when the report is no longer asked for, why and on what ground. */
  readonly closedFrom: ReportState | null
  readonly closedOn: LocalDate | null
  readonly closedReason: string | null
  readonly closedBasis: string | null
}

/** A report and the version of it that was on the screen. */
export type ReportRef = { readonly reportId: string; readonly version: number }

export type NotFound = Refusal<'report.not-found'>

/** Somebody else was faster: what stands now goes with it. */
export type ReportChanged = Refusal<'report.changed'> & {
  readonly present: ReportFile
  /** The newest version that may be read; null where there is none. */
  readonly presentVersion: ReportVersion | null
}

export type StepRefusal = RightRefusal | NotFound | ReportChanged | Refusal<'report.wrong-state'>

/** A report on which a step is being done: locked, and under which role. */
export type Opened = {
  readonly as: Holding
  readonly report: ReportFile
  readonly row: StepSpec
}

/** The report of this id as far as the actor may see it; refused where there is none. */
export async function findReport(
  tx: Transaction<Schema>,
  id: string,
): Promise<Result<ReportFile, NotFound>> {
  const row = await reports(tx).where('r.id', '=', id).executeTakeFirst()
  return row ? ok(toFile(row)) : NOT_FOUND
}

/** Opens a report for a step: the right, then the version, then the state. It is locked until the transaction ends. */
export async function openForStep(
  tx: Transaction<Schema>,
  actor: Actor,
  step: Step,
  { reportId, version }: ReportRef,
): Promise<Result<Opened, StepRefusal>> {
  const allowed = await allowOn(tx, actor, actionOf(step), 'report', reportId)
  if (!allowed.ok) return allowed
  const report = await lockReport(tx, reportId)
  if (report.version !== version) return changed(tx, report)
  const row = stepFrom(step, report.state)
  return row.ok ? ok({ as: allowed.value, report, row: row.value }) : row
}

/** The report as it stands while nobody else can change it. */
export async function lockReport(tx: Transaction<Schema>, id: string): Promise<ReportFile> {
  return toFile(await reports(tx).where('r.id', '=', id).forUpdate('r').executeTakeFirstOrThrow())
}

/** Writes the step: the state that it leads to, a new version, and what else changes. Returns the report after it. */
export async function writeStep(
  tx: Transaction<Schema>,
  { report, row }: Opened,
  also: Partial<Pick<ReportFile, 'submittedNo' | 'acceptedNo' | 'publishedNo' | 'publishedOn'>> & {
    readonly withdrawn?: { readonly on: LocalDate; readonly reason: string }
    readonly closed?: { readonly on: LocalDate; readonly reason: string; readonly basis: string }
  } = {},
): Promise<ReportFile> {
  const { withdrawn, closed, ...numbers } = also
  const after = {
    ...{ ...report, ...numbers },
    ...{ state: row.to, version: report.version + 1 },
    withdrawnOn: withdrawn?.on ?? null,
    withdrawnReason: withdrawn?.reason ?? null,
    closedFrom: closed ? report.state : null,
    closedOn: closed?.on ?? null,
    closedReason: closed?.reason ?? null,
    closedBasis: closed?.basis ?? null,
  }
  await tx
    .updateTable('annual_report')
    .set({
      state: after.state,
      version: after.version,
      submitted_no: after.submittedNo,
      accepted_no: after.acceptedNo,
      published_no: after.publishedNo,
      published_on: after.publishedOn,
      withdrawn_on: after.withdrawnOn,
      withdrawn_reason: after.withdrawnReason,
      closed_from: after.closedFrom,
      closed_on: after.closedOn,
      closed_reason: after.closedReason,
      closed_basis: after.closedBasis,
    })
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow()
  return after
}

/** The form that the collection asks for: that of its report year. */
export async function formOf(
  tx: Transaction<Schema>,
  { collectionId }: ReportFile,
): Promise<FormId> {
  const { form } = await tx
    .selectFrom('collection')
    .select('form')
    .where('id', '=', collectionId)
    .executeTakeFirstOrThrow()
  return form === '2019' ? '2019' : '2021'
}

function reports(tx: Transaction<Schema>) {
  return tx
    .selectFrom('annual_report as r')
    .innerJoin('authority as a', (join) =>
      join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.authority_id'),
    )
    .selectAll('r')
    .select(['a.name as authority', 'a.dissolved_on', CARRIER.as('carriedBy')])
}

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

function toFile(row: Row): ReportFile {
  return {
    id: row.id,
    collectionId: row.collection_id,
    authorityId: row.authority_id,
    authority: row.authority,
    carriedBy: row.carriedBy,
    dissolvedOn: row.dissolved_on,
    reportYear: row.report_year,
    dueOn: row.due_on,
    state: row.state as ReportState,
    version: row.version,
    submittedNo: row.submitted_no,
    acceptedNo: row.accepted_no,
    publishedNo: row.published_no,
    publishedOn: row.published_on,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    closedFrom: row.closed_from as ReportState | null,
    closedOn: row.closed_on,
    closedReason: row.closed_reason,
    closedBasis: row.closed_basis,
  }
}

async function changed(
  tx: Transaction<Schema>,
  present: ReportFile,
): Promise<{ readonly ok: false; readonly refusal: ReportChanged }> {
  const message = `“${present.authority}”的报告已由他人更改，本次没有保存。请对照现在的内容，确认后重新提交。`
  const presentVersion = await latestVersion(tx, present.id)
  return { ok: false, refusal: { code: 'report.changed', message, present, presentVersion } }
}

/** No report of this id, or not one that may be seen. */
const NOT_FOUND = refuse('report.not-found', '没有这份报告，或您不能查看。请刷新后重新选择。')
