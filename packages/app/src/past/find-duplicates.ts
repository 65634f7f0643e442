import type { SavedReport } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import { differingCells } from './judge-reading.js'
import type { Doubt } from './past-item.js'

type Other = {
  readonly what: string
  readonly document: SavedReport
  readonly isEarlier: boolean
  readonly isWithdrawn: boolean
}

/** Two reports of one authority on one year cannot both stand: what is clear otherwise is left to a person, with what differs. */
export async function findDuplicates(tx: Transaction<Schema>, importId: string): Promise<void> {
  const ready = await tx
    .selectFrom('past_item')
    .select(['id', 'authority_id', 'reading', 'target_id', 'report_year', 'version'])
    .where('import_id', '=', importId)
    .where('state', '=', 'ready')
    .orderBy('id')
    .execute()
  for (const item of ready) {
    const { id, reading, version } = item
    if (reading === null) continue
    // The first of several that say the same stands for all.
    const doubts = (await othersOf(tx, item))
      .map((other) => ({ other, cells: differingCells(reading, other.document) }))
      .filter(({ other, cells }) => cells > 0 || other.isEarlier)
      .map(({ other, cells }) => doubtOf(other, cells))
    if (doubts.length === 0) continue
    const columns = { state: 'review', doubts: JSON.stringify(doubts), version: version + 1 }
    await tx.updateTable('past_item').set(columns).where('id', '=', id).execute()
  }
}

/** What else is there of the same authority and year: in the queue, or published. */
async function othersOf(
  tx: Transaction<Schema>,
  item: {
    readonly id: string
    readonly authority_id: string
    readonly target_id: string | null
    readonly report_year: number | null
  },
): Promise<readonly Other[]> {
  const { rows } = await sql<Other>`
    select '“' || file || '”' as what, reading as document, id < ${item.id} as "isEarlier", false as "isWithdrawn" from past_item
      where tenant_id = current_tenant() and authority_id = ${item.authority_id} and state in ('ready', 'review')
        and target_id = ${item.target_id} and report_year = ${item.report_year} and id <> ${item.id} and reading is not null
    union all
    select '系统中已公布的报告', v.document, true, r.state = 'withdrawn' from annual_report r
      join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id and v.no = r.published_no
      where r.tenant_id = current_tenant() and r.authority_id = ${item.target_id} and r.report_year = ${item.report_year}`.execute(
    tx,
  )
  return rows
}

function doubtOf({ what, isWithdrawn }: Other, cells: number): Doubt {
  const difference = cells === 0 ? '数据相同' : `有${cells}格数据不同`
  const message = isWithdrawn
    ? `系统中同一机关同一年度的报告已经撤回，与其${difference}。请核实撤回的理由，确定是否采用这一份。`
    : `与${what}是同一机关同一年度的报告，${difference}。请确定以哪一份为准。`
  return { kind: 'duplicate', message }
}
