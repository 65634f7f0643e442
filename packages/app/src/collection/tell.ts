import type { LocalDate } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { notifyEach, notifyOthers } from '../notices/notify.js'
import { holdersIn, holdersOf } from '../notices/recipients.js'
import type { ValuesOf } from '../notices/templates.js'
import { untilText } from '../notices/texts.js'
import type { Schema } from '../storage/schema.js'
import type { ReportFile } from './report-file.js'

/** A report that was asked of an authority. */
export type AskedReport = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  readonly dueOn: LocalDate
}

/** Tells the disclosure officers of each authority that a report is asked of it. */
export async function tellAsked(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor,
  reportYear: number,
  asked: readonly AskedReport[],
): Promise<void> {
  const day = today(platform)
  const ids = asked.map(({ authorityId }) => authorityId)
  const officers = await holdersIn(tx, ['disclosureOfficer'], ids)
  const told = asked.flatMap(({ reportId, authorityId, authority, dueOn }) => {
    const values = {
      ...{ authority, year: `${reportYear}`, report: reportId },
      until: untilText(dueOn, day),
    }
    const others = (officers.get(authorityId) ?? []).filter((id) => id !== actor.personId)
    return others.map((personId) => ({ personId, values }))
  })
  await notifyEach(tx, 'collectionOpened', told)
}

/** What a template says of a report beside its name and year. */
type More<T extends AboutReport> = Omit<ValuesOf<T>, 'authority' | 'year' | 'report'>

type AboutReport =
  | 'reportSubmitted'
  | 'reportReturned'
  | 'remarkLeft'
  | 'reportAccepted'
  | 'reportPublished'
  | 'reportCorrected'
  | 'reportWithdrawn'
  | 'reportClosed'
  | 'reportReopened'

/** Tells the supervising officers of the authority that collects. */
export async function tellCollector<T extends AboutReport>(
  tx: Transaction<Schema>,
  actor: Actor,
  report: ReportFile,
  template: T,
  more: More<T>,
): Promise<void> {
  await tell(tx, actor, await collectorsOf(tx, report), report, template, more)
}

/** Tells who drafts the report, and who handed it in. */
export async function tellDrafters<T extends AboutReport>(
  tx: Transaction<Schema>,
  actor: Actor,
  report: ReportFile,
  template: T,
  more: More<T>,
): Promise<void> {
  const officers = await holdersOf(tx, ['disclosureOfficer'], report.authorityId)
  const heads = await holdersOf(tx, ['disclosureHead'], report.authorityId)
  const sender = await senderOf(tx, report.id)
  const told = [...officers, ...heads.filter((id) => id === sender)]
  await tell(tx, actor, told, report, template, more)
}

/** Tells the supervising officers of the authority that collects, and the head of the disclosure office, what became public or is so no longer. */
export async function tellOfPublic<T extends AboutReport>(
  tx: Transaction<Schema>,
  actor: Actor,
  report: ReportFile,
  template: T,
  more: More<T>,
): Promise<void> {
  const heads = await holdersOf(tx, ['disclosureHead'], report.authorityId)
  const told = [...(await collectorsOf(tx, report)), ...heads]
  await tell(tx, actor, told, report, template, more)
}

async function tell<T extends AboutReport>(
  tx: Transaction<Schema>,
  actor: Actor,
  personIds: readonly string[],
  { id, authority, reportYear }: ReportFile,
  template: T,
  more: More<T>,
): Promise<void> {
  const values = { authority, year: `${reportYear}`, report: id, ...more } as ValuesOf<T>
  await notifyOthers(tx, actor, personIds, template, values)
}

async function collectorsOf(
  tx: Transaction<Schema>,
  { collectionId }: ReportFile,
): Promise<readonly string[]> {
  const { authority_id } = await tx
    .selectFrom('collection')
    .select('authority_id')
    .where('id', '=', collectionId)
    .executeTakeFirstOrThrow()
  return holdersOf(tx, ['supervisingOfficer'], authority_id)
}

/** Who handed the report in last. */
async function senderOf(tx: Transaction<Schema>, reportId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('report_step')
    .select('done_by')
    .where('report_id', '=', reportId)
    .where('step', '=', 'submit')
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.done_by ?? null
}
