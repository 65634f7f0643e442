import assert from 'node:assert/strict'
import path from 'node:path'
import { ok } from '@gongkai/law'
import pg from 'pg'
import { makeBackup } from '../../src/backup/make-backup.js'
import type { Manifest } from '../../src/backup/manifest.js'
import { type FileStore, folderStore } from '../../src/storage/file-store.js'
import { transact } from '../../src/storage/transact.js'
import { NOW, type Region } from '../support/platform.js'
import { newFolder } from '../support/servers.js'

export type Copy = { readonly file: string; readonly manifest: Manifest }

/** A copy of a region, taken now. */
export async function copyOf(url: string, files: FileStore, keyId: string | null): Promise<Copy> {
  const file = path.join(newFolder(), 'backup.tar')
  const made = await makeBackup({ url, files, keyId, madeAt: NOW }, file)
  assert.ok(made.ok, JSON.stringify(made))
  return { file, manifest: made.value }
}

export function newStore(): FileStore {
  return folderStore(newFolder())
}

/** Writes an event that names a file, with personal data beside it. */
export async function tell(region: Region, files: FileStore, about: string): Promise<void> {
  const { platform, administrator, founded } = region
  const digest = await files.put(Buffer.from(about))
  await transact(platform, administrator, async ({ record }) => {
    record({
      as: administrator.holdings[0] ?? null,
      name: 'noteMade',
      subject: { kind: 'note', id: about },
      authorityId: founded.authorityId,
      reason: '换行\n制表\t反斜线\\N',
      detail: { digest },
      personal: { applicant: about },
    })
    return ok(null)
  })
}

// biome-ignore lint/suspicious/noExplicitAny: rows of whatever is asked.
export async function ask(url: string, statement: string): Promise<readonly any[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
