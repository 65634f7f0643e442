import { ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { identityHash, type Person } from '../applicant.js'
import { splitWith } from '../joins/join.js'
import {
  allowOnRequest,
  findRequest,
  type RequestFile,
  type RequestNotFound,
  requests,
  toRequest,
} from '../request.js'
import type { Wanted } from '../wanted.js'

/** A request that has to do with another. */
export type RelatedRequest = {
  readonly request: RequestFile
  /** One of those who ask is the same, by the number of the proof of identity. */
  readonly isSameApplicant: boolean
  /** How much of what is asked for is the same, from 0 to 1; null where little is. */
  readonly alike: number | null
}

/** What of each sort is shown at most. */
const MOST = 10

export type FindRelated = {
  readonly authorityId: string
  readonly people: readonly Pick<Person, 'idKind' | 'idNumber'>[]
  readonly wanted: Pick<Wanted, 'wanted' | 'title' | 'number'>
}

/** 此前的申请、疑似重复和内容相近的申请, while one is registered: for who may register. Those of the same applicant first. */
export async function findRelated(
  platform: Platform,
  actor: Actor,
  { authorityId, people, wanted }: FindRelated,
): Promise<Result<readonly RelatedRequest[], RightRefusal>> {
  return transact<Result<readonly RelatedRequest[], RightRefusal>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allow(tx, actor, 'request.register', authorityId)
      if (!allowed.ok) return allowed
      const hashes = people
        .filter(({ idNumber }) => idNumber.trim() !== '')
        .map(({ idKind, idNumber }) => identityHash(platform.key, idKind, idNumber))
      return ok(await relatedTo(tx, { authorityId, hashes, wanted, id: null }))
    },
  )
}

/** The same of a request that is registered: for who handles it. */
export async function readRelated(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly RelatedRequest[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly RelatedRequest[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'applicant.read', requestId)
      if (!allowed.ok) return allowed
      const found = await findRequest(tx, requestId)
      if (!found.ok) return found
      const { authorityId, wanted, title, number } = found.value
      const people = await tx
        .selectFrom('request_person')
        .select('identity_hash')
        .where('request_id', '=', requestId)
        .where('part', '=', 'applicant')
        .execute()
      const hashes = people.flatMap(({ identity_hash }) => identity_hash ?? [])
      const about = { authorityId, hashes, id: requestId, wanted: { wanted, title, number } }
      return ok(await relatedTo(tx, about))
    },
  )
}

type About = Pick<FindRelated, 'authorityId' | 'wanted'> & {
  readonly hashes: readonly Buffer[]
  /** Of the request itself, where it is registered. */
  readonly id: string | null
}

async function relatedTo(
  tx: Transaction<Schema>,
  { authorityId, hashes, wanted, id }: About,
): Promise<readonly RelatedRequest[]> {
  const said = [wanted.title, wanted.number, wanted.wanted].filter(Boolean).join(' ')
  const { rows: alike } = await sql<{ id: string; alike: number }>`
    select id, alike from requests_alike(${authorityId}, ${said}, ${id}::uuid, ${MOST})`.execute(tx)
  const earlier = await ofApplicants(tx, authorityId, hashes, id)
  const known = new Map(alike.map((one) => [one.id, one.alike]))
  const same = new Set(earlier)
  // What came on one paper and was split is no duplicate of itself.
  const own = new Set(id ? await splitWith(tx, id) : [])
  const ids = [...new Set([...earlier, ...alike.map((one) => one.id)])].filter(
    (one) => !own.has(one),
  )
  if (ids.length === 0) return []
  const rows = await requests(tx).where('r.id', 'in', ids).execute()
  return rows
    .map((row) => ({
      request: toRequest(row),
      ...{ isSameApplicant: same.has(row.id), alike: known.get(row.id) ?? null },
    }))
    .toSorted(
      (a, b) =>
        Number(b.isSameApplicant) - Number(a.isSameApplicant) ||
        (b.alike ?? 0) - (a.alike ?? 0) ||
        (a.request.id < b.request.id ? 1 : -1),
    )
}

/** The last requests of these applicants, newest first. */
async function ofApplicants(
  tx: Transaction<Schema>,
  authorityId: string,
  hashes: readonly Buffer[],
  id: string | null,
): Promise<readonly string[]> {
  if (hashes.length === 0) return []
  const rows = await tx
    .selectFrom('request_person')
    .select('request_id')
    .distinct()
    .where('authority_id', '=', authorityId)
    .where('part', '=', 'applicant')
    .where('identity_hash', 'in', hashes)
    .$if(id !== null, (query) => query.where('request_id', '<>', id ?? ''))
    .orderBy('request_id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ request_id }) => request_id)
}
