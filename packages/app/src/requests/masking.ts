import type { ClockStep } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor } from '../context.js'
import { allowAt, standingOf } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import type { RequestFile } from './request.js'

/** Requests of one authority as who asks may read them: whoever handles one reads all of it, others without what may name a person (ADR 0030). */
export async function maskedFor(
  tx: Transaction<Schema>,
  actor: Actor,
  authorityId: string,
  requests: readonly RequestFile[],
): Promise<readonly RequestFile[]> {
  const handles = await handledBy(tx, actor, authorityId)
  const others = requests.filter((request) => !handles(request.id))
  if (others.length === 0) return requests
  const { rows } = await sql<{ id: string; wanted: string; title: string | null }>`
    select id, wanted, title from wanted_masked(${others.map(({ id }) => id)}::uuid[])`.execute(tx)
  const told = new Map(rows.map((row) => [row.id, row]))
  return requests.map((request) =>
    handles(request.id) ? request : masked(request, told.get(request.id)),
  )
}

function masked(
  request: RequestFile,
  told: { readonly wanted: string; readonly title: string | null } | undefined,
): RequestFile {
  return {
    ...request,
    ...{ wanted: told?.wanted ?? '', title: told?.title ?? null },
    ...{ confirmedHow: null, proof: null, help: null, setAsideReason: null, isMasked: true },
  }
}

/** Which requests of an authority who asks handles: all of them at its desk, otherwise those on which he has been given work. */
async function handledBy(
  tx: Transaction<Schema>,
  actor: Actor,
  authorityId: string,
): Promise<(requestId: string) => boolean> {
  const standing = await standingOf(tx, authorityId)
  if (standing && allowAt(actor, 'applicant.read', standing).ok) return () => true
  const { rows } = await sql<{ id: string }>`select requests_given() as id`.execute(tx)
  const given = new Set(rows.map(({ id }) => id))
  return (id) => given.has(id)
}

/** Steps in which whoever is consulted has a number instead of a name, the same one in every step. */
export function withoutNames(steps: readonly ClockStep[]): readonly ClockStep[] {
  const names = numberedIn(steps)
  return steps.map((step) => {
    const name = consultedIn(step)
    return name === null ? step : { ...step, consultation: names.get(name) ?? '' }
  })
}

/** What stands instead of the name of each consultation in these steps. */
export function numberedIn(steps: readonly ClockStep[]): ReadonlyMap<string, string> {
  const names = new Set(steps.flatMap((step) => consultedIn(step) ?? []))
  return new Map([...names].map((name, index) => [name, `第${index + 1}项`]))
}

function consultedIn(step: ClockStep): string | null {
  return 'consultation' in step ? step.consultation : null
}

/** A reason as it may stand in the record, which is read by others than who handles the request: without the names and numbers of who asks. */
export async function tellableReason(
  tx: Transaction<Schema>,
  requestId: string | null,
  reason: string,
): Promise<string> {
  const { rows } = await sql<{ told: string }>`
    select without_names(${requestId}::uuid, ${reason}) as told`.execute(tx)
  return rows[0]?.told ?? ''
}
