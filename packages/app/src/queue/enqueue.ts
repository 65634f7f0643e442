import { randomUUIDv7 } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { JobSpec } from './define-job.js'
import {
  HEARTBEAT_SECONDS,
  KEEP_SECONDS,
  LONGEST_PAUSE_SECONDS,
  MOST_KILLS,
  WAIT_SECONDS,
} from './limits.js'

export type When = {
  /** Not before this instant; at once where it is not given. */
  readonly notBefore?: Date
}

/**
 * Asks for background work in the transaction of a change: it is lost only with the change, and runs only after it. Returns the id of the job, or
 * of the one that waits with the same key already. That one is held until the transaction ends, so that it sees the change too.
 */
export async function enqueue<Data extends object>(
  tx: Transaction<Schema>,
  job: JobSpec<Data>,
  data: Data,
  { notBefore }: When = {},
): Promise<string> {
  await ensureQueue(tx, job)
  const key = job.once?.(data) ?? null
  for (;;) {
    const waiting = key === null ? null : await holdWaiting(tx, job.name, key)
    if (waiting !== null) return waiting
    const id = randomUUIDv7()
    // Another transaction may have added one with the same key meanwhile.
    if (await insert(tx, job, key, [{ id, data }], notBefore ?? null)) return id
  }
}

/** Asks for one job for each of the data, as `enqueue` does; as many as there are, in the same few statements. `once` of the job is not asked. */
export async function enqueueEach<Data extends object>(
  tx: Transaction<Schema>,
  job: JobSpec<Data>,
  each: readonly Data[],
): Promise<void> {
  if (each.length === 0) return
  await ensureQueue(tx, job)
  const rows = each.map((data) => ({ id: randomUUIDv7(), data }))
  await insert(tx, job, null, rows, null)
}

async function ensureQueue(tx: Transaction<Schema>, { name }: JobSpec<never>): Promise<void> {
  await sql`select gongkai_jobs.create_queue(${name}, '{"policy":"standard"}')
    where not exists (select from gongkai_jobs.queue where name = ${name})`.execute(tx)
}

/** Workers pass over a row that is locked. */
async function holdWaiting(
  tx: Transaction<Schema>,
  name: string,
  key: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from gongkai_jobs.job where name = ${name} and state = 'created'
      and policy = 'short' and singleton_key = current_tenant() || '/' || ${key} for update`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

/** Whether they were added. */
async function insert<Data extends object>(
  tx: Transaction<Schema>,
  job: JobSpec<Data>,
  key: string | null,
  rows: readonly { readonly id: string; readonly data: Data }[],
  notBefore: Date | null,
): Promise<boolean> {
  const added = await sql<{ id: string }>`
    insert into gongkai_jobs.job (id, name, data, policy, singleton_key, start_after, keep_until,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
    select asked.id, ${job.name}, jsonb_build_object('tenantId', current_tenant(), 'data', asked.data),
      ${key === null ? 'standard' : 'short'}, current_tenant() || '/' || ${key}::text,
      starts, starts + ${WAIT_SECONDS} * interval '1 second',
      ${job.retries + MOST_KILLS}, ${job.backoffSeconds}, true, ${LONGEST_PAUSE_SECONDS}, ${job.mostSeconds}, ${KEEP_SECONDS},
      ${HEARTBEAT_SECONDS}
    from (select coalesce(${notBefore}::timestamptz, now()) as starts) at,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked (id uuid, data jsonb)
    on conflict do nothing returning id`.execute(tx)
  if (added.rows.length === 0) return false
  const ids = added.rows.map(({ id }) => id)
  await sql`insert into job (tenant_id, id, queue, asked_by, asked_at)
    select current_tenant(), id, ${job.name}, current_person(), now() from unnest(${ids}::uuid[]) id`.execute(
    tx,
  )
  return true
}
