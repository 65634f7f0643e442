import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { SealingKey } from './seal.js'

const KEY_BYTES = 32

/** The key in `file`, made where there is no file yet; refused where the file holds something else. Only its owner may read a file that is made here. */
export function readSealingKey(file: string): Result<SealingKey, Refusal<'key.unusable'>> {
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  }
  return parseKey(file)
}

/** The key in `file`; null where there is none, and none is made. */
export function findSealingKey(file: string): Result<SealingKey | null, Refusal<'key.unusable'>> {
  return existsSync(file) ? parseKey(file) : ok(null)
}

function parseKey(file: string): Result<SealingKey, Refusal<'key.unusable'>> {
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) {
    return refuse(
      'key.unusable',
      `密钥文件“${file}”不是本系统的密钥（应为 64 个十六进制字符）。请从备份中取回原来的密钥文件，或用 GONGKAI_KEY_FILE 指明它的位置。`,
    )
  }
  const bytes = Buffer.from(text, 'hex')
  return ok({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes })
}
