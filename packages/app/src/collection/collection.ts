import {
  type LocalDate,
  type LocalDuty,
  type ReportDuty,
  type ReportLevel,
  reportDuty,
} from '@gongkai/law'
import type { FormId } from '@gongkai/report'
import type { Selectable, Transaction } from 'kysely'
import type { Law } from '../overlays/law.js'
import type { Schema } from '../storage/schema.js'

/** What a supervising authority asks of its authorities for one report year. */
export type Collection = {
  readonly id: string
  /** The authority that collects. */
  readonly authorityId: string
  readonly reportYear: number
  readonly form: FormId
  readonly instructions: string
  /** Earlier days that hold in this area. */
  readonly localDuties: readonly LocalDuty[]
  readonly version: number
}

/** A row as the use cases know it. */
export function toCollection(row: Selectable<Schema['collection']>): Collection {
  return {
    id: row.id,
    authorityId: row.authority_id,
    reportYear: row.report_year,
    form: row.form === '2019' ? '2019' : '2021',
    instructions: row.instructions,
    localDuties: row.local_duties,
    version: row.version,
  }
}

/** The collection of this id. Throws where it may not be seen. */
export async function readCollection(tx: Transaction<Schema>, id: string): Promise<Collection> {
  const find = tx.selectFrom('collection').selectAll().where('id', '=', id)
  return toCollection(await find.executeTakeFirstOrThrow())
}

/**
 * The last day to publish for an authority of this kind and level: Article 49 of the Regulations, or an earlier local day, of the collection or of the
 * region.
 */
export function dueOnOf(...asked: Parameters<typeof dutyOf>): LocalDate {
  return dutyOf(...asked).dueOn
}

/** The same with what it rests on, and the statutory day beside it. */
export function dutyOf(
  { kind, level }: { readonly kind: string; readonly level: string },
  { reportYear, localDuties }: Pick<Collection, 'reportYear' | 'localDuties'>,
  law: Pick<Law, 'localDuties' | 'duties'>,
): ReportDuty {
  const local = [...localDuties, ...law.localDuties]
  const asked = { level: reportLevel(kind, level), reportYear, local, statutory: law.duties }
  return reportDuty(asked)
}

/** Article 49: governments of a county or higher; townships and subdistricts go with the departments. */
function reportLevel(kind: string, level: string): ReportLevel {
  if (kind === 'township' || kind === 'subdistrict') return 'township'
  if (kind !== 'government') return 'department'
  return level === 'township' ? 'township' : 'government'
}
