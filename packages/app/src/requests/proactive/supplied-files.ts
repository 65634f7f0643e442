import type { Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { openSealed } from '../letters/content.js'
import { isErased } from '../letters/letter.js'

/** A file that was given out with a decision. */
export type SuppliedFile = { readonly id: string; readonly name: string }

/** The files that went with a decision; none where the register has no letter, or what it said was erased. */
export async function filesOfLetter(
  tx: Transaction<Schema>,
  platform: Platform,
  letterId: string | null,
): Promise<readonly SuppliedFile[]> {
  if (!letterId) return []
  const row = await tx
    .selectFrom('request_letter')
    .select(['content', 'paper'])
    .where('id', '=', letterId)
    .executeTakeFirst()
  if (!row?.paper || isErased(row)) return []
  const { files = [] } = openSealed(platform, letterId, 'paper', row.paper)
  return files.map(({ id, name }) => ({ id, name }))
}
