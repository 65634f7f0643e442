import path from 'node:path'
import type { Settings } from '../config/settings.js'
import { clamdScanner } from './clamd.js'
import { type FileStore, folderStore } from './file-store.js'
import { type GuardedStore, guardedStore } from './file-store-guard.js'
import { s3Store } from './file-store-s3.js'

export type FileSettings = Pick<Settings, 's3Url' | 's3Region' | 's3KeyId' | 's3Secret' | 'clamd'>

/** The store that the settings name: a bucket, or the folder `files` of the data folder. For copies, which bring back what was kept once. */
export function openFileStore(settings: Partial<FileSettings>, dataFolder: string): FileStore {
  const { s3Url, s3Region = '', s3KeyId, s3Secret } = settings
  if (!s3Url) return folderStore(path.join(dataFolder, 'files'))
  return s3Store({ url: s3Url, region: s3Region, keyId: s3KeyId ?? '', secret: s3Secret ?? '' })
}

/** The same behind its guards, for whatever comes from outside. */
export function openGuardedStore(
  settings: Partial<FileSettings>,
  dataFolder: string,
): GuardedStore {
  const { clamd } = settings
  return guardedStore(openFileStore(settings, dataFolder), clamd ? clamdScanner(clamd) : null)
}
