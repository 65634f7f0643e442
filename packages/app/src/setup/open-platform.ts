import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { NATIONAL_CALENDAR, ok, type Refusal, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Settings } from '../config/settings.js'
import type { Platform } from '../context.js'
import { readSealingKey } from '../records/sealing-key.js'
import { type EmbeddedRefusal, startEmbedded } from '../storage/embedded/start-embedded.js'
import { migrate } from '../storage/migrate.js'
import { openDatabase } from '../storage/open-database.js'

/** The platform on its database; the region is asked for anew, because it is founded while the service runs. */
export type OpenPlatform = {
  readonly base: Omit<Platform, 'tenantId'>
  /** The region of this installation; null until it is set up. */
  readonly tenantId: () => Promise<string | null>
  readonly close: () => Promise<void>
}

export type OpenRefusal = EmbeddedRefusal | Refusal<'key.unusable'>

/**
 * Opens the database that the settings name, or starts the one that came along; brings it up to date. Refused with what to do where folder,
 * key or server cannot be used as they are. Throws where the database does not answer.
 */
export async function openPlatform(
  settings: Pick<Settings, 'databaseUrl' | 'keyFile'>,
  dataFolder: string,
  now: () => Date,
): Promise<Result<OpenPlatform, OpenRefusal>> {
  mkdirSync(dataFolder, { recursive: true })
  const key = readSealingKey(settings.keyFile ?? path.join(dataFolder, 'secret.key'))
  if (!key.ok) return key
  const server = await databaseOf(settings.databaseUrl, dataFolder)
  if (!server.ok) return server
  const { url, stop } = server.value
  try {
    await migrate(url)
    const { db, close } = openDatabase(url)
    return ok({
      base: { db, calendar: NATIONAL_CALENDAR, key: key.value, now },
      async tenantId() {
        const { rows } = await sql<{ id: string | null }>`select only_tenant() as id`.execute(db)
        return rows[0]?.id ?? null
      },
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

type Server = { readonly url: string; readonly stop: () => Promise<void> }

async function databaseOf(
  url: string | null,
  dataFolder: string,
): Promise<Result<Server, EmbeddedRefusal>> {
  return url === null ? startEmbedded(dataFolder) : ok({ url, stop: async () => {} })
}
