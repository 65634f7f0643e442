import { type Cell, type FormId, mergeReports } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import { reportsToAdd } from './accepted-reports.js'
import { ownShareOf } from './own-share.js'
import type { ReportFile } from './report-file.js'
import { blankReport } from './starting-points.js'

/**
 * The cells with which the collecting authority's own report begins: what was accepted of the others and its own share, added up. What cannot be
 * added is unread, never less. Null where there is nothing to add, or where it is not the collecting authority's report.
 */
export async function sumsToStartWith(
  tx: Transaction<Schema>,
  { id, authority, reportYear }: ReportFile,
  form: FormId,
): Promise<readonly Cell[] | null> {
  const others = await reportsToAdd(tx, id)
  if (others.length === 0) return null
  const children = others.map(({ authority: name, report }) => ({ name, report }))
  const share = await ownShareOf(tx, id)
  const own = { ...blankReport({ authority, reportYear, form }), cells: share?.cells ?? [] }
  const all = share ? [...children, { name: `${authority}（本级）`, report: own }] : children
  const { cells } = mergeReports(all, { form, year: reportYear })
  return cells.map(({ sources: _, ...cell }) => cell)
}
