import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import pg, { type ClientBase } from 'pg'
import type { FileStore } from '../storage/file-store.js'
import { copyOut } from './copy-table.js'
import { listJobTables, listMigrations, listTables, type Table } from './list-tables.js'
import {
  type CopiedTable,
  FORMAT,
  fileName,
  MANIFEST,
  MANIFEST_DIGEST,
  type Manifest,
} from './manifest.js'
import { type AddEntry, sha256, writeArchive } from './write-archive.js'

/** What is copied, and of which moment it says to be. */
export type BackupSource = {
  /** How the owner of the database connects. */
  readonly url: string
  readonly files: FileStore
  readonly keyId: string | null
  readonly madeAt: Date
}

/**
 * Writes a copy of database and files as they stand at one moment into the archive `file`, while everybody works on. What was at `file` is
 * replaced, by a whole copy or not at all. Refused where there is no database yet. Throws where database or disk fail.
 */
export async function makeBackup(
  source: BackupSource,
  file: string,
): Promise<Result<Manifest, Refusal<'backup.nothing'>>> {
  const client = new pg.Client({ connectionString: source.url })
  // A server that goes away breaks the statement under way, and that says so.
  client.on('error', () => {})
  await client.connect()
  try {
    if ((await listTables(client)).length === 0) return NOTHING
    await takeSnapshot(client)
    return ok(await writeArchive(file, source.madeAt, (add) => copyAll(client, source, add)))
  } finally {
    await client.end()
  }
}

const NOTHING = refuse(
  'backup.nothing',
  '数据库中还没有本系统的数据，没有可以备份的内容。请核对 DATABASE_URL 或 GONGKAI_DATA。',
)

/** No migration runs while the copy is made: its lock comes first, because the snapshot is as old as the first statement. Values are written the same by every server. */
async function takeSnapshot(client: ClientBase): Promise<void> {
  await client.query(`
    set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set timezone = 'UTC'; set bytea_output = 'hex';
    set row_security = off`)
  await client.query('select pg_advisory_lock_shared(3477, 2)')
  await client.query('begin isolation level repeatable read read only')
}

/** A file is kept before the rows that name it are: listed after the snapshot, every file that it names is among them. */
async function copyAll(client: ClientBase, source: BackupSource, add: AddEntry): Promise<Manifest> {
  const migrations = await listMigrations(client)
  const tables = await copyTables(client, await listTables(client), add)
  const jobs = await copyTables(client, await listJobTables(client), add)
  const { files, damaged } = await copyFiles(source.files, add)
  const manifest: Manifest = {
    format: FORMAT,
    madeAt: source.madeAt.toISOString(),
    migrations,
    keyId: source.keyId,
    tables,
    jobs,
    files,
    damaged,
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  await add(MANIFEST, text)
  await add(MANIFEST_DIGEST, Buffer.from(`${sha256(text)}  ${MANIFEST}\n`))
  return manifest
}

async function copyTables(client: ClientBase, tables: readonly Table[], add: AddEntry) {
  const copied: CopiedTable[] = []
  for (const table of tables) copied.push(await copyOut(client, table, add))
  return copied
}

async function copyFiles(store: FileStore, add: AddEntry) {
  const files: string[] = []
  const damaged: string[] = []
  for await (const digest of store.digests()) {
    // One rotten file must not keep all others from being copied; it is said.
    const bytes = await store.get(digest).catch(() => null)
    if (bytes === null) damaged.push(digest)
    else {
      await add(fileName(digest), bytes)
      files.push(digest)
    }
  }
  return { files, damaged }
}
