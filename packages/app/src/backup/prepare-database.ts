import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { ClientBase } from 'pg'
import { migrate } from '../storage/migrate.js'
import { MIGRATIONS } from '../storage/migrations/index.js'
import { listTables, quoted, type Table } from './list-tables.js'
import type { Manifest } from './manifest.js'
import { NEWER } from './open-archive.js'

export type PrepareRefusal = Refusal<'restore.not-empty' | 'backup.newer' | 'backup.other-schema'>

/** Brings an empty database to exactly the schema of the copy. Refused where it holds anything, or where this program does not know the schema. */
export async function prepareDatabase(
  client: ClientBase,
  url: string,
  { migrations, tables }: Manifest,
): Promise<Result<null, PrepareRefusal>> {
  const last = migrations.at(-1)
  const known = Object.keys(MIGRATIONS).toSorted()
  if (migrations.some((name, at) => known[at] !== name)) return NEWER
  if (!(await clearEmpty(client))) return NOT_EMPTY
  await migrate(url, last)
  return layout(await listTables(client)) === layout(tables) ? ok(null) : OTHER_SCHEMA
}

const OTHER_SCHEMA = refuse(
  'backup.other-schema',
  '备份中的表与本程序的不一致，没有恢复任何内容。请用制作这份备份的版本恢复，再升级。',
)
const NOT_EMPTY = refuse(
  'restore.not-empty',
  '要恢复到的数据库中已有数据，没有恢复任何内容。请新建一个空的数据库，用 DATABASE_URL 指明；使用自带数据库的，请用 GONGKAI_DATA 指明一个新的目录。',
)

function layout(tables: readonly Table[]): string {
  return JSON.stringify(tables.map(({ name, columns }) => [name, columns]))
}

/** Takes away tables without a single row: a service that was never set up left them, or a restore that was interrupted. Keeps all and says false where there is a row. */
async function clearEmpty(client: ClientBase): Promise<boolean> {
  const names = (await listTables(client)).map(({ name }) => quoted(name))
  if (names.length === 0) return true
  await client.query('begin')
  await client.query(`lock table ${names.join(', ')} in access exclusive mode`)
  const any = names.map((name) => `exists (select from ${name})`).join(' or ')
  const { rows } = await client.query<{ used: boolean }>(`select ${any} as used`)
  const used = rows[0]?.used !== false
  if (!used) await client.query('drop schema gongkai cascade')
  await client.query('commit')
  return !used
}
