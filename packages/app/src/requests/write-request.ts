import type { Transaction, Updateable } from 'kysely'
import type { Schema } from '../storage/schema.js'
import { findRequest, type RequestFile } from './request.js'

/** Writes what changes of a request that is locked, as its next version. Returns the request after it. */
export async function writeRequest(
  tx: Transaction<Schema>,
  { id, version }: RequestFile,
  change: Omit<Updateable<Schema['request']>, 'version'>,
): Promise<RequestFile> {
  await tx
    .updateTable('request')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const found = await findRequest(tx, id)
  if (!found.ok) throw new Error(`request ${id} is gone within its own transaction`)
  return found.value
}
