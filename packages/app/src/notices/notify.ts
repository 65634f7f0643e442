import { randomUUIDv7 } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Actor } from '../context.js'
import { enqueueEach } from '../queue/enqueue.js'
import type { Schema } from '../storage/schema.js'
import { fill } from './fill.js'
import { SEND_MAIL } from './mail-spec.js'
import { TEMPLATES, type TemplateId, type ValuesOf } from './templates.js'

/** Whom a notice is for, and what stands in it. */
export type Told<T extends TemplateId> = {
  readonly personId: string
  readonly values: ValuesOf<T>
}

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
  const [id = ''] = await notifyEach(tx, template, [{ personId, values }])
  return id
}

/** Tells each of these persons something, as `notify` does; as many as there are, in the same few statements. */
export async function notifyEach<T extends TemplateId>(
  tx: Transaction<Schema>,
  template: T,
  told: readonly Told<T>[],
): Promise<readonly string[]> {
  if (told.length === 0) return []
  const { kind } = TEMPLATES[template]
  const notices = told.map(({ personId, values }) => ({
    ...{ id: randomUUIDv7(), person_id: personId, kind },
    ...fill(TEMPLATES[template], values),
  }))
  await sql`insert into notice (tenant_id, id, person_id, kind, title, body, path, mail)
    select current_tenant(), id, person_id, kind, title, body, path, mail from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as n (id uuid, person_id uuid, kind text, title text, body text, path text, mail text)`.execute(
    tx,
  )
  const mailed = notices.filter(({ mail }) => mail !== null)
  const data = mailed.map(({ id }) => ({ noticeId: id, waited: false }))
  await enqueueEach(tx, SEND_MAIL, data)
  return notices.map(({ id }) => id)
}

/** Tells all of them but `actor`, each once: nobody is told of what he does himself. */
export async function notifyOthers<T extends TemplateId>(
  tx: Transaction<Schema>,
  { personId: self }: Pick<Actor, 'personId'>,
  personIds: readonly string[],
  template: T,
  values: ValuesOf<T>,
): Promise<void> {
  const others = [...new Set(personIds)].filter((id) => id !== self)
  await notifyEach(
    tx,
    template,
    others.map((personId) => ({ personId, values })),
  )
}
