import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Refusal, Result } from '@gongkai/law'
import { findSealingKey } from '../records/sealing-key.js'
import { type EmbeddedRefusal, startEmbedded } from '../storage/embedded/start-embedded.js'
import { type Restored, type RestoreRefusal, restoreBackup } from './restore-backup.js'

/**
 * Restores the copy in `file` into a database that is made for it in a temporary folder, and taken away again. Files are held against their
 * digests and not written. What is sealed is tried with the key in `keyFile`, if there is one.
 */
export async function verifyBackup(
  file: string,
  keyFile: string,
): Promise<Result<Restored, RestoreRefusal | EmbeddedRefusal | Refusal<'key.unusable'>>> {
  const key = findSealingKey(keyFile)
  if (!key.ok) return key
  const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-verify-'))
  // As root, the server runs as another user, who must be able to pass.
  await chmod(folder, 0o711)
  try {
    const server = await startEmbedded(folder)
    if (!server.ok) return server
    try {
      return await restoreBackup(file, { url: server.value.url, files: null, key: key.value })
    } finally {
      await server.value.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
