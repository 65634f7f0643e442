import pg, { type ClientBase } from 'pg'

/** A table by its schema and name, `gongkai.event`, with those of its columns that are not computed. */
export type Table = { readonly name: string; readonly columns: readonly string[] }

/** The tables of the platform by name, without those of the migrations. Empty where there is no schema yet. */
export function listTables(client: ClientBase): Promise<readonly Table[]> {
  return list(client, 'gongkai', '^(?!kysely_)')
}

/** The queues and what waits, runs and ran in them: tables of the library, which makes them (`installQueue`). */
export async function listJobTables(client: ClientBase): Promise<readonly Table[]> {
  // A job belongs to a queue: the queues come first.
  return (await list(client, 'gongkai_jobs', '^(queue|job)$')).toReversed()
}

async function list(client: ClientBase, schema: string, names: string): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select $1 || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and c.relname ~ $2
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by c.relname collate "C"`,
    [schema, names],
  )
  return rows
}

/** The migrations that have run, in order. */
export async function listMigrations(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from gongkai.kysely_migration order by name collate "C"',
  )
  return rows.map(({ name }) => name)
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.')
}

/** The columns of a table as they stand in a statement. */
export function columnsOf({ columns }: Table): string {
  return columns.map(pg.escapeIdentifier).join(', ')
}
