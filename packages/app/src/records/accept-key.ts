import { ok, type Refusal, type Result } from '@gongkai/law'
import pg from 'pg'
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
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ key_id: string | null }>(
      'select key_id from gongkai.tenant',
    )
    await client.query('update gongkai.tenant set key_id = $1', [key.value.id])
    return ok({ id: key.value.id, former: rows[0]?.key_id ?? null })
  } finally {
    await client.end()
  }
}
