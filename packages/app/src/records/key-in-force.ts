import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import type { Db } from '../storage/open-database.js'
import type { SealingKey } from './seal.js'
import { findSealingKey, readSealingKey } from './sealing-key.js'

export type KeyRefusal = Refusal<
  'key.unusable' | 'key.missing' | 'key.other' | 'key.former-missing'
>

/**
 * The key in `file`, which must be the one that this database was sealed with; made where there is neither. With the one in force in `formerFile` it takes the place of that, and opens
 * what is sealed with it until all is sealed anew. Refused before anything is sealed with another.
 */
export async function keyInForce(
  db: Db,
  file: string,
  formerFile: string | null = null,
): Promise<Result<SealingKey, KeyRefusal>> {
  const former = formerFile === null ? ok(null) : findSealingKey(formerFile)
  if (!former.ok) return former
  if (former.value) await turnFrom(db, file, former.value)
  const key = await presentKey(db, file)
  if (!key.ok) return key
  const needed = await formerKey(db)
  if (needed === null) return key
  return needed === former.value?.id
    ? ok({ ...key.value, former: former.value })
    : formerMissing(needed)
}

/** Puts the key in `file`, made where there is none, in the place of the former one, where that is in force. */
async function turnFrom(db: Db, file: string, former: SealingKey): Promise<void> {
  if ((await rememberKey(db, null)) !== former.id) return
  const key = readSealingKey(file)
  if (key.ok && key.value.id !== former.id)
    await sql`select turn_key(${key.value.id}::text, ${former.id}::text)`.execute(db)
}

/** The id of the key by which what is not sealed anew yet is opened. */
async function formerKey(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select former_key() as id`.execute(db)
  return rows[0]?.id ?? null
}

function formerMissing(id: string) {
  return refuse(
    'key.former-missing',
    `换用密钥还没有完成，有的内容仍由编号为 ${id} 的密钥加密。请用 GONGKAI_OLD_KEY_FILE 指明原来的密钥文件，运行 gongkai key turn 完成以后再去掉。`,
  )
}

async function presentKey(db: Db, file: string): Promise<Result<SealingKey, KeyRefusal>> {
  const found = findSealingKey(file)
  if (!found.ok) return found
  const inForce = await rememberKey(db, found.value?.id ?? null)
  if (inForce === null || inForce === found.value?.id) return readSealingKey(file)
  return found.value === null
    ? refuse(
        'key.missing',
        `没有找到密钥文件“${file}”。数据库中的个人信息是用编号为 ${inForce} 的密钥加密的。${PUT_BACK}`,
      )
    : refuse(
        'key.other',
        `密钥文件“${file}”的编号为 ${found.value.id}，而数据库中的个人信息是用编号为 ${inForce} 的密钥加密的。${PUT_BACK}`,
      )
}

const PUT_BACK =
  '请把原来的密钥文件放回，或用 GONGKAI_KEY_FILE 指明它的位置。确已遗失的，运行 gongkai key accept --yes：今后用新的密钥加密，原来加密的内容不能再打开。'

/** Keeps the number of the first key that a region is served with; returns the one that it is sealed with, null before there is a region. */
export async function rememberKey(db: Db, id: string | null): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null
  }>`select remember_key(${id}::text) as id`.execute(db)
  return rows[0]?.id ?? null
}
