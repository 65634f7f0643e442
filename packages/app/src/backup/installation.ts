import path from 'node:path'
import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Settings } from '../config/settings.js'
import type { SealingKey } from '../records/seal.js'
import { findSealingKey } from '../records/sealing-key.js'
import {
  connectEmbedded,
  type EmbeddedRefusal,
  startEmbedded,
} from '../storage/embedded/start-embedded.js'
import type { FileStore } from '../storage/file-store.js'
import { type FileSettings, openFileStore } from '../storage/file-store-open.js'

/** Where an installation keeps what is copied. */
export type Installation = {
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly keyFile: string
  /** While another key takes its place. */
  readonly oldKeyFile: string | null
  readonly files: Partial<FileSettings>
}

/** The places that the settings name; what they leave open is in `dataFolder`. */
export function installationOf(
  {
    databaseUrl,
    data,
    keyFile,
    oldKeyFile = null,
    ...files
  }: Pick<Settings, 'databaseUrl' | 'data' | 'keyFile'> &
    Partial<FileSettings & Pick<Settings, 'oldKeyFile'>>,
  defaultFolder: string,
): Installation {
  const dataFolder = data ?? defaultFolder
  return {
    databaseUrl,
    dataFolder,
    keyFile: keyFile ?? path.join(dataFolder, 'secret.key'),
    oldKeyFile,
    files,
  }
}

/** What a copy or an export of an installation works on, as its owner. */
export type Opened = {
  readonly url: string
  readonly files: FileStore
  readonly key: SealingKey | null
}

export type InstallationRefusal = EmbeddedRefusal | Refusal<'data.none' | 'key.unusable'>

/**
 * Opens an installation as its owner for `work`. With `reading`, beside the service that may be running on it; otherwise the embedded database
 * is made where there is none, and refused where the service runs. No key is made.
 */
export async function withInstallation<R extends Result<unknown>>(
  { databaseUrl, dataFolder, keyFile, oldKeyFile, files: where }: Installation,
  reading: boolean,
  work: (opened: Opened) => Promise<R>,
): Promise<R | Extract<Result<never, InstallationRefusal>, { ok: false }>> {
  const key = findSealingKey(keyFile)
  if (!key.ok) return key
  const former = oldKeyFile === null ? ok(null) : findSealingKey(oldKeyFile)
  if (!former.ok) return former
  const both = key.value && { ...key.value, ...(former.value && { former: former.value }) }
  const open = reading ? connectEmbedded : startEmbedded
  const server =
    databaseUrl === null ? await open(dataFolder) : ok({ url: databaseUrl, stop: async () => {} })
  if (!server.ok) return server
  try {
    const files = openFileStore(where, dataFolder)
    return await work({ url: server.value.url, files, key: both })
  } finally {
    await server.value.stop()
  }
}
