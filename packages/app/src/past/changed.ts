import type { Refusal } from '@gongkai/law'
import type { Work } from '../storage/transact.js'
import { ITEM_COLUMNS, type PastItem, toItem } from './past-item.js'

/** Somebody else was faster: what stands now goes with it. */
export type PastChanged = Refusal<'past.changed'> & { readonly present: PastItem }

/** Refuses what was asked of a file of the queue that is being read, or that somebody else decided on. */
export async function pastChanged(
  { tx }: Work,
  id: string,
): Promise<{ readonly ok: false; readonly refusal: PastChanged }> {
  const row = await tx
    .selectFrom('past_item')
    .select(ITEM_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const message = '这份文件还在识别，或者已由他人办理，本次没有保存。请刷新后再办理。'
  return { ok: false, refusal: { code: 'past.changed', message, present: toItem(row) } }
}
