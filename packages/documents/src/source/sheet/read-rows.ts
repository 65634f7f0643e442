import type { Result } from '@gongkai/law'
import type { DocumentRefusal } from '../source.js'

/** A row of a sheet: its number as Excel shows it, and its cells from column A on; days are `YYYY-MM-DD`. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] }

/**
 * The rows with words in them of the first shown sheet that has any. What is hidden by a filter is read too: a list is imported
 * whole. The limits of reports hold; refused where the file is no workbook.
 */
export async function readSheetRows(
  bytes: Uint8Array,
): Promise<Result<readonly SheetRow[], DocumentRefusal>> {
  return (await import('./workbook-rows.js')).workbookRows(bytes)
}
