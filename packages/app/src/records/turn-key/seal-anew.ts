import { createHash } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import { sealedFileAnew } from '../../requests/request-files.js'
import type { FileStore } from '../../storage/file-store.js'
import { type Db, openAsOwner } from '../../storage/open-database.js'
import type { SealingKey } from '../seal.js'
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.js'

/** How far it is: what was sealed anew, what was so already, what neither key opens. */
export type SealedAnew = { readonly anew: number; readonly before: number; readonly shut: number }

export type SealAnewRefusal = Refusal<'key.not-begun'>

const AT_ONCE = 200

/**
 * Seals everything anew that is sealed with the former key, as the owner of the database; beside the service where that has both keys. Ended at any point, it is run again and goes
 * on: what opens with the new key is done. When nothing is left the former key is forgotten. `tell` is told how far it is.
 */
export async function sealAnew(
  url: string,
  files: Pick<FileStore, 'get' | 'put' | 'remove'>,
  { to, from }: { readonly to: SealingKey; readonly from: SealingKey },
  tell: (done: SealedAnew) => void,
): Promise<Result<SealedAnew, SealAnewRefusal>> {
  const { db, close } = openAsOwner(url)
  try {
    const tenant = await db
      .selectFrom('tenant')
      .select(['key_id', 'former_key_id'])
      .executeTakeFirst()
    if (tenant?.key_id !== to.id || (tenant.former_key_id ?? from.id) !== from.id) return NOT_BEGUN
    let done: SealedAnew = { anew: 0, before: 0, shut: 0 }
    const add = (more: SealedAnew) => {
      const { anew, before, shut } = done
      done = { anew: anew + more.anew, before: before + more.before, shut: shut + more.shut }
      tell(done)
    }
    for (const column of SEALED_COLUMNS) await sealColumn(db, column, to, from, add)
    for (const table of ['request_file', 'request_stored'] as const)
      await sealFiles(db, files, table, { to, from }, add)
    await sql`update tenant set former_key_id = null`.execute(db)
    return ok(done)
  } finally {
    await close()
  }
}

const NOT_BEGUN = refuse(
  'key.not-begun',
  '数据库还没有开始换用这个密钥。请先用 GONGKAI_KEY_FILE 指明新的密钥文件、GONGKAI_OLD_KEY_FILE 指明原来的密钥文件，重新启动服务。',
)

type Row = Readonly<Record<string, unknown>>
type Add = (more: SealedAnew) => void

async function sealColumn(
  db: Db,
  { table, key, column, needs, anew }: SealedColumn,
  to: SealingKey,
  from: SealingKey,
  add: Add,
): Promise<void> {
  const keys = sql.join(key.map((one) => sql.ref(one)))
  const what = sql.join([...key, column, ...needs].map((one) => sql.ref(one)))
  let last: Row | null = null
  for (;;) {
    const after: Row | null = last
    const rows: readonly Row[] = await db.transaction().execute(async (tx) => {
      await sql`select set_config('gongkai.sealing', 'on', true)`.execute(tx)
      const found = await sql<Row>`select ${what} from ${sql.table(table)}
        where octet_length(${sql.ref(column)}) > 0
          ${after ? sql`and (${keys}) > (${sql.join(key.map((one) => sql`${after[one]}`))})` : sql``}
        order by ${keys} limit ${AT_ONCE} for update`.execute(tx)
      const counts = { anew: 0, before: 0, shut: 0 }
      for (const row of found.rows) {
        // Selected above: a column of bytes that is not empty.
        const sealed = row[column] as Buffer
        if (anew(plain(to), to, row, sealed)) counts.before += 1
        else {
          const change = anew(plain(from), to, row, sealed)
          counts[change ? 'anew' : 'shut'] += 1
          if (change) await write(tx, table, key, row, change)
        }
      }
      add(counts)
      return found.rows
    })
    if (rows.length < AT_ONCE) return
    last = rows.at(-1) ?? null
  }
}

/** One key by itself: what opens with it opens with no other. */
function plain({ id, bytes }: SealingKey): SealingKey {
  return { id, bytes }
}

async function write(tx: Db, table: string, key: readonly string[], row: Row, change: Row) {
  const set = Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  const where = key.map((name) => sql`${sql.ref(name)} = ${row[name]}`)
  await sql`update ${sql.table(table)} set ${sql.join(set)} where ${sql.join(where, sql` and `)}`.execute(
    tx,
  )
}

/** A file is stored anew before its row names it, and the former one goes after; both are announced, so that what is left of a run that ended is swept. */
async function sealFiles(
  db: Db,
  files: Pick<FileStore, 'get' | 'put' | 'remove'>,
  table: 'request_file' | 'request_stored',
  { to, from }: { readonly to: SealingKey; readonly from: SealingKey },
  add: Add,
): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db
      .selectFrom(table)
      .select(['tenant_id as tenantId', 'id', 'digest'])
      .where('erased_at', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { tenantId, id, digest } of rows) {
      const sealed = await files.get(digest)
      const again = sealed && sealedFileAnew({ from: plain(from), to: plain(to) }, id, sealed)
      // Written down, and ended before it was stored.
      if (!sealed && table === 'request_stored') continue
      if (!again) add({ anew: 0, before: 0, shut: 1 })
      else if (again === 'before') add({ anew: 0, before: 1, shut: 0 })
      else {
        const next = createHash('sha256').update(again).digest('hex')
        await announce(db, tenantId, next, again.length)
        await files.put(again)
        await db.transaction().execute(async (tx) => {
          await announce(tx, tenantId, digest, sealed.length)
          await sql`update ${sql.table(table)} set digest = ${next} where tenant_id = ${tenantId} and id = ${id} and digest = ${digest}`.execute(
            tx,
          )
        })
        await files.remove(digest)
        add({ anew: 1, before: 0, shut: 0 })
      }
    }
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)?.id ?? last
  }
}

async function announce(db: Db, tenantId: string, digest: string, bytes: number): Promise<void> {
  await sql`insert into announced_file (tenant_id, digest, bytes, announced_at)
    values (${tenantId}, ${digest}, ${bytes}, now()) on conflict do nothing`.execute(db)
}
