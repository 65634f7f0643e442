import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Cell, type CellRef, cellKey, FORMS, toCell } from '@gongkai/report'
import type { Selectable, Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { formOf, lockReport, type NotFound } from './report-file.js'

/** 本级数据: what the authority that collects did itself, on the cells of the form. */
export type OwnShare = {
  readonly cells: readonly Cell[]
  /** 0 where nothing was entered yet. */
  readonly version: number
}

export type SaveOwnShare = {
  /** The collecting authority's own report of the year. */
  readonly reportId: string
  /** That was on the screen; 0 for none. */
  readonly version: number
  /** As they would be printed; what is left out is blank. */
  readonly cells: readonly (CellRef & Pick<Cell, 'raw'>)[]
}

/** Somebody else was faster: what stands now goes with it. */
export type OwnShareChanged = Refusal<'own-share.changed'> & { readonly present: OwnShare }

export type OwnShareRefusal = RightRefusal | NotFound

/** 填写本级数据: enters the collecting authority's own figures, which its report adds to those of the others. */
export async function saveOwnShare(
  platform: Platform,
  actor: Actor,
  { reportId, version, cells }: SaveOwnShare,
): Promise<Result<OwnShare, OwnShareRefusal | OwnShareChanged>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOn(tx, actor, 'report.draft', 'report', reportId)
    if (!allowed.ok) return allowed
    const report = await lockReport(tx, reportId)
    const present = await ownShareOf(tx, reportId)
    const before = present ?? { cells: [], version: 0 }
    if (before.version !== version) return changed(before)
    const given = new Map(cells.map((cell) => [cellKey(cell), cell]))
    const after = FORMS[await formOf(tx, report)].cells.map((spec) =>
      toCell(spec, given.get(cellKey(spec))?.raw ?? '', null, false),
    )
    const columns = {
      ...{ cells: JSON.stringify(after), saved_by: actor.personId, saved_at: platform.now() },
      version: version + 1,
    }
    const key = { tenant_id: platform.tenantId, report_id: reportId }
    await tx
      .insertInto('own_share')
      .values({ ...key, authority_id: report.authorityId, ...columns })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id']).doUpdateSet(columns))
      .execute()
    record({
      as: allowed.value,
      name: 'ownShareSaved',
      subject: { kind: 'report', id: reportId },
      authorityId: report.authorityId,
      detail: { before: printed(before.cells), after: printed(after) },
    })
    return ok({ cells: after, version: version + 1 })
  })
}

/** The own figures as they were entered last. */
export async function readOwnShare(
  platform: Platform,
  actor: Actor,
  reportId: string,
): Promise<Result<OwnShare, OwnShareRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'report.draft', 'report', reportId)
    if (!allowed.ok) return allowed
    return ok((await ownShareOf(tx, reportId)) ?? { cells: [], version: 0 })
  })
}

/** The own figures that belong to a report, as far as the actor may see them; null where none were entered. */
export async function ownShareOf(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<OwnShare | null> {
  const row = await tx
    .selectFrom('own_share')
    .selectAll()
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return row ? toOwnShare(row) : null
}

function toOwnShare({ cells, version }: Selectable<Schema['own_share']>): OwnShare {
  return { cells, version }
}

/** Only what is not blank: for the record. */
function printed(cells: readonly Cell[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap((cell) => (cell.raw ? [[cellKey(cell), cell.raw] as const] : [])),
  )
}

function changed(present: OwnShare): { readonly ok: false; readonly refusal: OwnShareChanged } {
  const message = '本级数据已由他人更改，本次没有保存。请对照现在的数据，确认后重新提交。'
  return { ok: false, refusal: { code: 'own-share.changed', message, present } }
}
