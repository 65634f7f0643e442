import { randomUUIDv7 } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { enqueue } from '../queue/enqueue.js'
import type { Schema } from '../storage/schema.js'
import { fill } from './fill.js'
import { SEND_MAIL } from './mail-spec.js'
import { TEMPLATES, type TemplateId, type ValuesOf } from './templates.js'

/**
 * Tells a person something in the transaction in which it happens, and has it mailed where the person wants that. Returns the id of the notice.
 * Throws where a value is not what its place accepts.
 */
export async function notify<T extends TemplateId>(
  tx: Transaction<Schema>,
  personId: string,
  template: T,
  values: ValuesOf<T>,
): Promise<string> {
  const { kind } = TEMPLATES[template]
  const id = randomUUIDv7()
  const filled = fill(TEMPLATES[template], values)
  await tx
    .insertInto('notice')
    .values({
      tenant_id: sql`current_tenant()`,
      id,
      person_id: personId,
      kind,
      ...filled,
      read_at: null,
      mailed_at: null,
    })
    .execute()
  if (filled.mail !== null) await enqueue(tx, SEND_MAIL, { noticeId: id, waited: false })
  return id
}
