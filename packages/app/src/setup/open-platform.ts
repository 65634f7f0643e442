import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Settings } from '../config/settings.js'
import type { Platform } from '../context.js'
import { type KeyRefusal, keyInForce, rememberKey } from '../records/key-in-force.js'
import type { SealingKey } from '../records/seal.js'
import { findSealingKey } from '../records/sealing-key.js'
import { answers } from '../storage/answers.js'
import { type EmbeddedRefusal, startEmbedded } from '../storage/embedded/start-embedded.js'
import type { GuardedStore } from '../storage/file-store-guard.js'
import { type FileSettings, openGuardedStore } from '../storage/file-store-open.js'
import { migrate } from '../storage/migrate.js'
import { type Db, openDatabase } from '../storage/open-database.js'

/** The platform on its database; the region is asked for anew, because it is founded while the service runs. */
export type OpenPlatform = {
  readonly base: Omit<Platform, 'tenantId'>
  readonly files: GuardedStore
  /** The region of this installation; null until it is set up. */
  readonly tenantId: () => Promise<string | null>
  /** Whether the database answers, asked over a connection of its own: a full pool is busy and not away. */
  readonly answers: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export type OpenRefusal = EmbeddedRefusal | KeyRefusal

/**
 * Opens the database that the settings name, or starts the one that came along; brings it up to date. Refused with what to do where folder,
 * key or server cannot be used as they are. Throws where the database does not answer.
 */
export async function openPlatform(
  settings: Pick<Settings, 'databaseUrl' | 'keyFile'> &
    Partial<FileSettings & Pick<Settings, 'oldKeyFile'>>,
  dataFolder: string,
  now: () => Date,
): Promise<Result<OpenPlatform, OpenRefusal>> {
  mkdirSync(dataFolder, { recursive: true })
  const keyFile = settings.keyFile ?? path.join(dataFolder, 'secret.key')
  const usable = findSealingKey(keyFile)
  if (!usable.ok) return usable
  const server = await databaseOf(settings.databaseUrl, dataFolder)
  if (!server.ok) return server
  const { url, stop } = server.value
  try {
    await migrate(url)
    const { db, close } = openDatabase(url)
    const key = await keyInForce(db, keyFile, settings.oldKeyFile)
    if (!key.ok) {
      await close()
      await stop()
      return key
    }
    const found = { isOurs: false }
    return ok({
      base: { db, key: key.value, now },
      files: openGuardedStore(settings, dataFolder),
      async tenantId() {
        const { rows } = await sql<{ id: string | null }>`select only_tenant() as id`.execute(db)
        const id = rows[0]?.id ?? null
        // It may have been founded since, by another process.
        if (id !== null && !found.isOurs) found.isOurs = await isSealedWith(db, key.value)
        return id
      },
      answers: () => answers(url),
      async close() {
        await close()
        await stop()
      },
    })
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** Throws where the region is sealed with another key: what this process would seal opens to no other. */
async function isSealedWith(db: Db, { id }: SealingKey): Promise<true> {
  const inForce = await rememberKey(db, id)
  if (inForce === id) return true
  throw new Error(
    `另一个进程已用编号为 ${inForce} 的密钥完成设置，本进程的密钥编号为 ${id}。请让各进程使用同一密钥文件（GONGKAI_KEY_FILE），然后重新启动。`,
  )
}

type Server = { readonly url: string; readonly stop: () => Promise<void> }

async function databaseOf(
  url: string | null,
  dataFolder: string,
): Promise<Result<Server, EmbeddedRefusal>> {
  return url === null ? startEmbedded(dataFolder) : ok({ url, stop: async () => {} })
}
