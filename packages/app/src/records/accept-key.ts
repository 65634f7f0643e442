import { ok, type Refusal, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import { openAsOwner } from '../storage/open-database.js'
import { readSealingKey } from './sealing-key.js'

/** What took the place of what; the former is null where none was remembered. */
export type KeyAccepted = { readonly id: string; readonly former: string | null }

/** From now on the key in `file`, made where there is none, is the one of this database; as the owner of the database. What another has sealed stays closed to it. */
export async function acceptKey(
  url: string,
  file: string,
): Promise<Result<KeyAccepted, Refusal<'key.unusable'>>> {
  const key = readSealingKey(file)
  if (!key.ok) return key
  const { db, close } = openAsOwner(url)
  try {
    const former = await db.selectFrom('tenant').select('key_id').executeTakeFirst()
    await sql`update tenant set key_id = ${key.value.id}`.execute(db)
    return ok({ id: key.value.id, former: former?.key_id ?? null })
  } finally {
    await close()
  }
}
