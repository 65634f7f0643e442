import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Role } from '../../rights/roles.js'
import { transact } from '../../storage/transact.js'
import { allowReadings, isOf, type ReadingName, type ReadingsOf } from './readings.js'

/** Who looked at what of which request. It names no applicant. */
type ReadingRow = {
  readonly no: number
  readonly at: Date
  /** Null where the applicant did it himself. */
  readonly personId: string | null
  readonly person: string | null
  readonly role: Role | null
  readonly name: ReadingName
  readonly requestId: string
  readonly requestNumber: string | null
}

export type ReadingsQuery = ReadingsOf & {
  readonly personId: string | null
  readonly requestId: string | null
  /** Older than this number: where the page before ended. */
  readonly after: number | null
  readonly limit: number
}

export type ReadingsPage = {
  readonly readings: readonly ReadingRow[]
  readonly next: number | null
}

/** 谁看过: the readings of a period, the newest first, of all or of one person or request. */
export async function listReadings(
  platform: Platform,
  actor: Actor,
  { personId, requestId, after, limit, ...of }: ReadingsQuery,
): Promise<Result<ReadingsPage, RightRefusal>> {
  return transact<Result<ReadingsPage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowReadings(tx, actor, of.authorityId)
    if (!allowed.ok) return allowed
    const { rows } = await sql<ReadingRow>`
      select e.seq as no, e.happened_at as at, e.person_id as "personId", p.name as person, e.role, e.name, e.subject_id as "requestId",
        r.number as "requestNumber"
      from event e
        left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
        left join request r on r.tenant_id = e.tenant_id and r.id = e.subject_id::uuid
      where ${isOf(of)}
        ${personId ? sql`and e.person_id = ${personId}` : sql``}
        ${requestId ? sql`and e.subject_id = ${requestId}` : sql``}
        ${after === null ? sql`` : sql`and e.seq < ${after}`}
      order by e.seq desc limit ${limit + 1}`.execute(tx)
    const page = rows.slice(0, limit)
    return ok({ readings: page, next: rows.length > limit ? (page.at(-1)?.no ?? null) : null })
  })
}
