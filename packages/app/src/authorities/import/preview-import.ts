import { readSheetRows, type SheetRow } from '@gongkai/documents'
import { ok, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { toAuthority } from '../authority-row.js'
import { type PlannedRow, planImport } from './plan.js'
import { type Preview, toPreview } from './preview.js'
import { type List, readList } from './read-list.js'

/** What is imported: an Excel file, or its rows where they were read before. */
export type ImportInput = Uint8Array | readonly SheetRow[]

/** What importing a list of authorities would do, row by row; nothing is written. */
export async function previewImport(platform: Platform, actor: Actor, input: ImportInput) {
  const list = await listOf(input)
  if (!list.ok) return list
  return transact(platform, actor, async ({ tx }): Promise<Result<Preview, never>> => {
    const plan = await planOf(tx, platform, actor, list.value)
    return ok(toPreview(plan, list.value))
  })
}

/** The rows of the list in a file. */
export async function listOf(input: ImportInput) {
  const sheet = input instanceof Uint8Array ? await readSheetRows(input) : ok(input)
  return sheet.ok ? readList(sheet.value) : sheet
}

/** What a list would do to the register as it stands now. */
export async function planOf(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor,
  { rows }: List,
): Promise<readonly PlannedRow[]> {
  const registered = await tx
    .selectFrom('authority')
    .selectAll()
    .where('dissolved_on', 'is', null)
    .execute()
  const authorities = registered.map(toAuthority)
  return planImport(rows, { authorities, actor, today: today(platform) })
}
