import { feeSentence, localDate, ok, type Result } from '@gongkai/law'
import { type Cell, type CellRef, cellKey, cellsByKey, type FormId } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { corrected } from '../files/write-file.js'
import { tableFour } from '../remedies/count-remedies.js'
import { tableThree } from '../requests/count-requests.js'
import { feeTotals } from '../requests/fees/list-fees.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { findReport, formOf, type NotFound, type ReportFile } from './report-file.js'
import { latestVersion } from './versions.js'

/** Tables 3 and 4 of the year of a report, from the register as it stands. */
export async function registerCells(
  tx: Transaction<Schema>,
  { authorityId, reportYear }: Pick<ReportFile, 'authorityId' | 'reportYear'>,
  form: FormId,
): Promise<readonly Cell[]> {
  const from = localDate(`${reportYear}-01-01`)
  const wanted = { authorityId, from, to: localDate(`${reportYear}-12-31`), form }
  return [...(await tableThree(tx, wanted)), ...(await tableFour(tx, wanted))]
}

/** The sentence of section six on the fees of the year, from the register as it stands. */
export async function registerFees(
  tx: Transaction<Schema>,
  { authorityId, reportYear }: Pick<ReportFile, 'authorityId' | 'reportYear'>,
): Promise<string> {
  const from = localDate(`${reportYear}-01-01`)
  const to = localDate(`${reportYear}-12-31`)
  return feeSentence(await feeTotals(tx, { authorityId, from, to }))
}

/** A number of the report that is another in the register; null in the report where no number stands there. */
type RegisterDifference = CellRef & {
  readonly report: number | null
  readonly register: number
}

export type RegisterComparison = {
  /** Whether anything of that year is in the register: without it nothing is compared. */
  readonly isUsed: boolean
  readonly differences: readonly RegisterDifference[]
  /** What section six should say of the fees, where it does not say so word for word. */
  readonly fees: string | null
}

/** 与台账不一致的数字: the cells of Tables 3 and 4 of the newest version that may be read which differ from the register. A blank is held against nothing but a number. */
export async function compareWithRegister(
  platform: Platform,
  actor: Actor,
  reportId: string,
): Promise<Result<RegisterComparison, RightRefusal | NotFound>> {
  return transact<Result<RegisterComparison, RightRefusal | NotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const own = await allowOn(tx, actor, 'request.read', 'report', reportId)
      const allowed = own.ok ? own : await allowOn(tx, actor, 'request.oversee', 'report', reportId)
      if (!allowed.ok) return allowed
      const found = await findReport(tx, reportId)
      if (!found.ok) return found
      const report = found.value
      const version = await latestVersion(tx, reportId)
      const register = await registerCells(tx, report, await formOf(tx, report))
      const isUsed = register.some(({ value }) => value !== 0)
      if (!version || !isUsed) return ok({ isUsed, differences: [], fees: null })
      const { cells, sections } = corrected(version.document)
      const fees = await registerFees(tx, report)
      const six = sections.find(({ no }) => no === '六')?.text ?? ''
      return ok({
        isUsed,
        differences: differences(cells, register),
        fees: six.includes(fees) ? null : fees,
      })
    },
  )
}

function differences(
  cells: readonly Cell[],
  register: readonly Cell[],
): readonly RegisterDifference[] {
  const inReport = cellsByKey({ cells })
  return register.flatMap(({ table, row, column, value }) => {
    const ref = { table, row, column }
    const cell = inReport.get(cellKey(ref))
    const report = cell?.state === 'number' ? cell.value : null
    const isSame = report === value || (cell?.state === 'blank' && value === 0)
    return isSame || value === null ? [] : [{ ...ref, report, register: value }]
  })
}
