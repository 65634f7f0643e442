import { LETTERS, type Refusal, refuse } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { openSealed } from '../letters/content.js'

export type UsedRefusal = Refusal<'material.used'>

/** Refuses a change of what goes with a letter that is before those who consent, or was approved. */
export async function refuseUsed(
  tx: Transaction<Schema>,
  platform: Pick<Platform, 'key'>,
  {
    id,
    request_id,
    name,
  }: Pick<Selectable<Schema['request_material']>, 'id' | 'request_id' | 'name'>,
) {
  const letters = await tx
    .selectFrom('request_letter')
    .select(['id', 'kind', 'content'])
    .where('request_id', '=', request_id)
    .where('state', 'not in', ['draft', 'discarded'])
    .execute()
  const letter = letters.find((one) =>
    openSealed(platform, one.id, 'content', one.content).details.materials?.includes(id),
  )
  if (!letter) return null
  const { title } = LETTERS[letter.kind]
  return refuse(
    'material.used',
    `“${name}”是《${title}》的附件，文书已经送审或者签发，不能再改。需要改的，请先退回或者作废文书。`,
  )
}
