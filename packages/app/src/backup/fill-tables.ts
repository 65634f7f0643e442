import pg, { type ClientBase } from 'pg'
import { copyIn } from './copy-table.js'
import type { CopiedTable } from './manifest.js'
import type { Archive } from './open-archive.js'

/**
 * Puts every row of a copy into empty tables, in one transaction. References are taken off and made again, by which the database
 * proves each of them, so that no order of the tables is needed; triggers of ours rest, because what they would compute or refuse was
 * computed and accepted before. Throws, and leaves nothing, where a row does not fit.
 */
export async function fillTables(client: ClientBase, archive: Archive): Promise<void> {
  await client.query('begin')
  try {
    const references = await listReferences(client)
    const triggered = await listTriggered(client)
    for (const { table, name } of references)
      await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`)
    for (const table of triggered) await client.query(`alter table ${table} disable trigger user`)
    for (const table of archive.manifest.tables) await copyIn(client, table, archive.rows(table))
    for (const table of archive.manifest.jobs) await fillJobs(client, table, archive)
    for (const table of triggered) await client.query(`alter table ${table} enable trigger user`)
    for (const { table, name, is } of references)
      await client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${is}`)
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => {})
    throw fault
  }
  // Until the server knows how many rows there are, it reads the log as if there were none.
  await client.query('analyze')
}

/** The tables of the jobs are those of the library as it is now: what both know is taken over, beside what a service that was started made there. */
async function fillJobs(client: ClientBase, table: CopiedTable, archive: Archive): Promise<void> {
  const plain = { ...table, name: 'pg_temp.copied' }
  const columns = table.columns.map((name) => `${pg.escapeIdentifier(name)} text`)
  await client.query(`create temp table copied (${columns.join(', ')})`)
  await copyIn(client, plain, archive.rows(table))
  const types = await listTypes(client, table)
  const names = types.map(({ name }) => name).join(', ')
  const values = types.map(({ name, type }) => `${name}::${type}`).join(', ')
  await client.query(
    `insert into ${table.name} (${names}) select ${values} from pg_temp.copied on conflict do nothing`,
  )
  await client.query('drop table pg_temp.copied')
}

async function listTypes(client: ClientBase, { name, columns }: CopiedTable) {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attname = any ($2) and attnum > 0 and attgenerated = ''`,
    [name, columns],
  )
  return rows
}

type Reference = { readonly table: string; readonly name: string; readonly is: string }

async function listReferences(client: ClientBase): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as is
      from pg_constraint where contype = 'f' and connamespace = 'gongkai'::regnamespace`)
  return rows
}

async function listTriggered(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string }>(`
    select distinct tgrelid::regclass::text as table from pg_trigger t
      join pg_class c on c.oid = tgrelid and c.relnamespace = 'gongkai'::regnamespace
      where not tgisinternal`)
  return rows.map(({ table }) => table)
}
