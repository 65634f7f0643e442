import { ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { allowToRead } from '../requests/allow-to-read.js'
import { allowAt, type RightRefusal, standingOf } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { findRemedy, remedies, toRemedy } from './find-remedies.js'
import { keeperOf, NOT_FOUND, placeOfRemedy } from './open-remedy.js'
import type { Remedy } from './remedy.js'

export type ListRemedies = {
  readonly authorityId: string
  /** What must be answered or decided anew, the nearest day first; what is not decided; the register, newest first. */
  readonly queue: 'due' | 'open' | 'all'
  readonly requestId: string | null
  readonly after: string | null
  /** At most so many, 1 to 200. */
  readonly limit: number
}

export type RemedyPage = {
  readonly remedies: readonly Remedy[]
  /** Where the next page goes on; null on the last. */
  readonly next: string | null
}

/** The register of reconsiderations, suits and complaints of an authority; what was struck stands in 'all' alone. */
export async function listRemedies(
  platform: Platform,
  actor: Actor,
  { authorityId, queue, requestId, after, limit }: ListRemedies,
): Promise<Result<RemedyPage, RightRefusal>> {
  return transact<Result<RemedyPage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToRead(tx, actor, authorityId)
    if (!allowed.ok) return allowed
    const [on = '', id = ''] = after?.split(' ') ?? []
    const isDue = queue === 'due'
    const rows = await remedies(tx)
      .where('r.authority_id', '=', authorityId)
      .$if(requestId !== null, (query) => query.where('r.request_id', '=', requestId))
      .$if(isDue, (query) =>
        query.where('r.next_on', 'is not', null).orderBy('r.next_on').orderBy('r.id'),
      )
      .$if(queue === 'open', (query) => query.where('r.struck_at', 'is', null).where(IS_OPEN))
      .$if(!isDue, (query) => query.orderBy('r.id', 'desc'))
      .$if(after !== null, (query) =>
        query.where(
          isDue
            ? sql<boolean>`(r.next_on, r.id) > (${on}::date, ${id}::uuid)`
            : sql<boolean>`r.id < ${id}::uuid`,
        ),
      )
      .limit(limit + 1)
      .execute()
    const shown = await told(tx, actor, authorityId, rows.slice(0, limit).map(toRemedy))
    const last = rows.length > limit ? shown.at(-1) : undefined
    return ok({ remedies: shown, next: last ? `${last.nextOn ?? ''} ${last.id}` : null })
  })
}

const IS_OPEN = sql<boolean>`exists (select from remedy_instance i
  where i.tenant_id = r.tenant_id and i.remedy_id = r.id and i.decided_on is null)`

/** One remedy of the own authority, or of one below as the supervising authority and the auditor see it. */
export async function readRemedy(
  platform: Platform,
  actor: Actor,
  remedyId: string,
): Promise<Result<Remedy, RightRefusal | (typeof NOT_FOUND)['refusal']>> {
  return transact<Result<Remedy, RightRefusal | (typeof NOT_FOUND)['refusal']>>(
    platform,
    actor,
    async ({ tx }) => {
      const place = await placeOfRemedy(tx, remedyId)
      if (!place) return NOT_FOUND
      const allowed = await allowToRead(tx, actor, place.authorityId)
      if (!allowed.ok) return allowed
      const found = await findRemedy(tx, remedyId)
      if (!found) return NOT_FOUND
      const [remedy = found] = await told(tx, actor, place.authorityId, [found])
      return ok(remedy)
    },
  )
}

/** Remedies of one authority as who asks may read them: why one was struck, in the words of who did it, is told to who keeps it. */
async function told(
  tx: Transaction<Schema>,
  actor: Actor,
  authorityId: string,
  found: readonly Remedy[],
): Promise<readonly Remedy[]> {
  const standing = await standingOf(tx, authorityId)
  return found.map((remedy) => {
    const isKept = standing && allowAt(actor, keeperOf(remedy.kind), standing).ok
    return isKept || remedy.struckReason === null ? remedy : { ...remedy, struckReason: UNTOLD }
  })
}

const UNTOLD = '（原因由办理人员查看）'
