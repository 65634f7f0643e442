import { type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import type { Opened } from '../backup/installation.js'
import type { Platform } from '../context.js'
import { systemOf } from '../queue/system.js'
import { openDatabase } from '../storage/open-database.js'
import { type LawData, listOverlays } from './list-overlays.js'

type RegionRefusal = Refusal<'set-up.needed' | 'key.unusable'>

/** What `work` gives on the region of an installation, beside the service that may be running. Refused before the set-up. */
export async function onRegion<T, R extends Refusal>(
  { url, key }: Pick<Opened, 'url' | 'key'>,
  now: () => Date,
  work: (platform: Platform) => Promise<Result<T, R>>,
): Promise<Result<T, R | RegionRefusal>> {
  if (key === null) return NO_KEY
  const { db, close } = openDatabase(url, 1)
  try {
    const { rows } = await sql<{ id: string | null }>`select only_tenant() as id`.execute(db)
    const tenantId = rows[0]?.id ?? null
    return tenantId === null ? NOT_SET_UP : await work({ db, tenantId, key, now })
  } finally {
    await close()
  }
}

/** The law's data as they stand, read at the terminal of the server. */
export async function listAtTerminal(platform: Platform): Promise<Result<LawData, never>> {
  return listOverlays(platform, systemOf(platform))
}

const NOT_SET_UP = refuse('set-up.needed', '本系统尚未设置。请启动服务，打开 /setup 完成设置。')
const NO_KEY = refuse(
  'key.unusable',
  '没有找到密钥文件。请先启动一次服务；密钥设在别处的，请用 GONGKAI_KEY_FILE 指明。',
)
