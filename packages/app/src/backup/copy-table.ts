import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { columnsOf, quoted, type Table } from './list-tables.js'
import { type CopiedTable, partName } from './manifest.js'
import type { AddEntry } from './write-archive.js'

/** Bytes of rows in one part: what is held in memory. */
const PART_BYTES = 4 << 20

/** Writes the rows of a table, in parts, as the snapshot of `client` sees them. */
export async function copyOut(
  client: ClientBase,
  table: Table,
  add: AddEntry,
): Promise<CopiedTable> {
  const stream = client.query(
    // A query, because a table in partitions is not copied by its name.
    copyTo(`copy (select ${columnsOf(table)} from ${quoted(table.name)}) to stdout`),
  )
  const hash = createHash('sha256')
  let parts = 0
  for await (const rows of inParts(stream)) {
    hash.update(rows)
    parts += 1
    await add(partName(table.name, parts), await promisify(gzip)(rows))
  }
  return { ...table, rows: stream.rowCount, sha256: hash.digest('hex'), parts }
}

/** Puts the rows of a table of a copy into the table that is there. Throws where their number is not that of the copy. */
export async function copyIn(
  client: ClientBase,
  table: CopiedTable,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const stream = client.query(
    copyFrom(`copy ${quoted(table.name)} (${columnsOf(table)}) from stdin`),
  )
  await pipeline(Readable.from(rows, { highWaterMark: 1 }), stream)
  if (stream.rowCount !== table.rows)
    throw new Error(`${table.name}: ${stream.rowCount} rows of ${table.rows} were restored`)
}

async function* inParts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < PART_BYTES) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
