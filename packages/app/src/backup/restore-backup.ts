import { ok, type Result } from '@gongkai/law'
import pg from 'pg'
import type { SealingKey } from '../records/seal.js'
import type { FileStore } from '../storage/file-store.js'
import { migrate } from '../storage/migrate.js'
import { fillTables } from './fill-tables.js'
import type { Manifest } from './manifest.js'
import { type Archive, type ArchiveRefusal, openArchive } from './open-archive.js'
import { type PrepareRefusal, prepareDatabase } from './prepare-database.js'
import { type Proof, proveRestored } from './prove-restored.js'

export type RestoreTarget = {
  /** How the owner of the empty database connects. */
  readonly url: string
  /** Where the files go; null where they are only held against their digests. */
  readonly files: FileStore | null
  /** The key beside which the copy is restored; null where there is none. */
  readonly key: SealingKey | null
}

export type Restored = {
  readonly manifest: Manifest
  /** The migrations that brought the copy to the present schema; empty where it already was. */
  readonly upgraded: readonly string[]
  readonly proof: Proof
}

export type RestoreRefusal = ArchiveRefusal | PrepareRefusal

/**
 * Restores the copy in `file` into an empty database and a file store, brings it to the present schema and proves its chain of events.
 * Nothing is touched before all of the copy was read and found whole. Throws where database or disk fail; what was begun can be begun again.
 */
export async function restoreBackup(
  file: string,
  target: RestoreTarget,
): Promise<Result<Restored, RestoreRefusal>> {
  const archive = await openArchive(file)
  if (!archive.ok) return archive
  try {
    return await restore(archive.value, target)
  } finally {
    await archive.value.close()
  }
}

/** The files come first: rows never name a file that is not there. */
async function restore(
  archive: Archive,
  { url, files, key }: RestoreTarget,
): Promise<Result<Restored, PrepareRefusal>> {
  const { manifest } = archive
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const prepared = await prepareDatabase(client, url, manifest)
    if (!prepared.ok) return prepared
    if (files !== null) for await (const { bytes } of archive.files()) await files.put(bytes)
    await fillTables(client, archive)
  } finally {
    await client.end()
  }
  const upgraded = await migrate(url)
  return ok({ manifest, upgraded, proof: await proveRestored(url, key) })
}
