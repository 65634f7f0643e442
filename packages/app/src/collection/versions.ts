import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type SavedReport, textParts } from '@gongkai/report'
import type { Selectable, Transaction } from 'kysely'
import type { Actor, Holding, Platform } from '../context.js'
import { corrected } from '../files/write-file.js'
import type { Doer } from '../rights/may-decide.js'
import type { Schema } from '../storage/schema.js'

type PlainOrigin = 'blank' | 'lastYear' | 'consolidation' | 'register' | 'edited'

/** How a version came to be. */
export type VersionOrigin =
  | { readonly kind: PlainOrigin }
  /** Read from a file, whose bytes are kept under this digest. */
  | { readonly kind: 'file'; readonly digest: string }
  /** The same of a report that was published before it came here. */
  | { readonly kind: 'imported'; readonly digest: string }
  | { readonly kind: 'restored'; readonly from: number }

/** What is told of a version in a list. Null instants: it is still worked on, was not handed in, is not public. */
export type VersionHead = {
  readonly no: number
  readonly origin: VersionOrigin
  /** Everybody who wrote in it. */
  readonly drafters: readonly Doer[]
  readonly savedAt: Date
  readonly frozenAt: Date | null
  readonly submittedAt: Date | null
  readonly publishedAt: Date | null
  readonly withdrawnAt: Date | null
  /** Why what was published was corrected by it. */
  readonly reason: string | null
}

export type ReportVersion = VersionHead & { readonly document: SavedReport }

export type NoVersion = Refusal<'report.no-version'>

const HEAD = [
  'no',
  'origin',
  'source_no',
  'file_digest',
  'drafters',
  'saved_at',
  'frozen_at',
  'submitted_at',
  'published_at',
  'withdrawn_at',
  'reason',
] as const

/** What the actor may read of the versions of a report, newest first. */
export async function versionHeads(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<readonly VersionHead[]> {
  const rows = await tx
    .selectFrom('report_version')
    .select(HEAD)
    .where('report_id', '=', reportId)
    .orderBy('no', 'desc')
    .execute()
  return rows.map(toHead)
}

/** The newest version that the actor may read; null where there is none. */
export async function latestVersion(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<ReportVersion | null> {
  const row = await tx
    .selectFrom('report_version')
    .select([...HEAD, 'document'])
    .where('report_id', '=', reportId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...toHead(row), document: row.document } : null
}

/** A version by its number; refused where there is none that the actor may read. */
export async function versionOf(
  tx: Transaction<Schema>,
  reportId: string,
  no: number,
): Promise<Result<ReportVersion, NoVersion>> {
  const row = await tx
    .selectFrom('report_version')
    .select([...HEAD, 'document'])
    .where('report_id', '=', reportId)
    .where('no', '=', no)
    .executeTakeFirst()
  return row ? ok({ ...toHead(row), document: row.document }) : noVersion(no)
}

/** Where a new version belongs, who writes it, and what. */
export type NewVersion = {
  readonly report: { readonly id: string; readonly authorityId: string }
  readonly as: Holding
  readonly origin: VersionOrigin
  readonly document: SavedReport
}

/** Adds a version after the newest, or writes over the working one. `freeze`: it does not change from then on. Returns its number. */
export async function writeVersion(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  actor: Actor,
  { report, as, origin, document }: NewVersion,
  { freeze }: { readonly freeze: boolean },
): Promise<number> {
  const [last] = await versionHeads(tx, report.id)
  const working = last?.frozenAt === null ? last : null
  const columns = {
    origin: origin.kind,
    source_no: origin.kind === 'restored' ? origin.from : null,
    file_digest: 'digest' in origin ? origin.digest : null,
    document: JSON.stringify(document),
    texts: JSON.stringify(textParts(corrected(document))),
    drafters: JSON.stringify(withDrafter(working?.drafters ?? [], actor, as)),
    saved_at: now(),
    frozen_at: freeze ? now() : null,
  }
  const no = working?.no ?? (last?.no ?? 0) + 1
  const key = { tenant_id: tenantId, report_id: report.id, no, authority_id: report.authorityId }
  await tx
    .insertInto('report_version')
    .values({ ...key, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'report_id', 'no']).doUpdateSet(columns),
    )
    .execute()
  return no
}

/** Freezes the newest version and marks when it went out. */
export async function sendVersion(
  tx: Transaction<Schema>,
  reportId: string,
  { no, frozenAt }: VersionHead,
  marks: { submitted_at?: Date; published_at?: Date; reason?: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('report_version')
    .set({ ...marks, ...(frozenAt === null && { frozen_at: at }) })
    .where('report_id', '=', reportId)
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
}

function withDrafter(
  drafters: readonly Doer[],
  { personId }: Actor,
  { onBehalfOf }: Holding,
): readonly Doer[] {
  const isThere = drafters.some((one) => one.personId === personId && one.onBehalfOf === onBehalfOf)
  return isThere ? drafters : [...drafters, { personId, onBehalfOf }]
}

type HeadRow = Pick<Selectable<Schema['report_version']>, (typeof HEAD)[number]>

function toHead(row: HeadRow): VersionHead {
  return {
    no: row.no,
    origin: toOrigin(row),
    drafters: row.drafters,
    savedAt: row.saved_at,
    frozenAt: row.frozen_at,
    submittedAt: row.submitted_at,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    reason: row.reason,
  }
}

function toOrigin({ origin, source_no, file_digest }: HeadRow): VersionOrigin {
  if (file_digest !== null) {
    return { kind: origin === 'imported' ? 'imported' : 'file', digest: file_digest }
  }
  if (source_no !== null) return { kind: 'restored', from: source_no }
  return { kind: origin as PlainOrigin }
}

function noVersion(no: number) {
  return refuse('report.no-version', `没有第${no}版，或您不能查看。请刷新后重新选择。`)
}
