import { ok, type RemedyKind, type RemedyResult, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { allowToRead } from '../requests/allow-to-read.js'
import { allow, allowAt, type RightRefusal, standingOf } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { findRemedy, remedies, toRemedy } from './find-remedies.js'
import { keeperOf, NOT_FOUND, placeOfRemedy } from './open-remedy.js'
import type { Remedy } from './remedy.js'

export type ListRemedies = {
  readonly authorityId: string
  /** Of all authorities below it too: for who oversees them. */
  readonly below: boolean
  /** What must be answered or decided anew; what is not decided or must be decided anew; both with the nearest day first. The register, newest first. */
  readonly queue: 'due' | 'open' | 'all'
  readonly kind: RemedyKind | null
  /** Of the latest instance. */
  readonly result: RemedyResult | null
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
  wanted: ListRemedies,
): Promise<Result<RemedyPage, RightRefusal>> {
  return transact<Result<RemedyPage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const { authorityId, below, queue, limit } = wanted
    const allowed = below
      ? await allow(tx, actor, 'request.oversee', authorityId)
      : await allowToRead(tx, actor, authorityId)
    if (!allowed.ok) return allowed
    const rows = await pageOf(tx, wanted)
      .limit(limit + 1)
      .execute()
    const shown = await told(tx, actor, rows.slice(0, limit).map(toRemedy))
    const last = rows.length > limit ? shown.at(-1) : undefined
    const next = last && (queue === 'all' ? last.id : `${last.nextOn ?? NEVER} ${last.id}`)
    return ok({ remedies: shown, next: next ?? null })
  })
}

/** Behind every day: nothing must be done by the authority now. */
const NEVER = 'infinity'

function pageOf(
  tx: Transaction<Schema>,
  { authorityId, below, queue, kind, result, requestId, after }: ListRemedies,
) {
  const inOrder = remedies(tx)
    .where(below ? sql<boolean>`a.path @> ${[authorityId]}::uuid[]` : ofAuthority(authorityId))
    .$if(kind !== null, (query) => query.where('r.kind', '=', kind ?? 'complaint'))
    .$if(requestId !== null, (query) => query.where('r.request_id', '=', requestId))
    .$if(result !== null, (query) => query.where(sql<boolean>`${LAST}.result = ${result}`))
  if (queue === 'all')
    return inOrder
      .orderBy('r.id', 'desc')
      .$if(after !== null, (query) => query.where(sql<boolean>`r.id < ${after}::uuid`))
  const [on = '', id = ''] = after?.split(' ') ?? []
  const day = sql`coalesce(r.next_on, ${NEVER}::date)`
  const isOpen = sql<boolean>`(r.next_on is not null or ${LAST}.decided_on is null)`
  return inOrder
    .where('r.struck_at', 'is', null)
    .where(queue === 'due' ? sql<boolean>`r.next_on is not null` : isOpen)
    .orderBy(day)
    .orderBy('r.id')
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${day}, r.id) > (${on}::date, ${id}::uuid)`),
    )
}

/** Its own, and those that it carries on. */
const ofAuthority = (id: string) => sql<boolean>`(r.authority_id = ${id} or a.carrier_id = ${id})`

/** Its latest instance. */
const LAST = sql`(select l from remedy_instance l
  where l.tenant_id = r.tenant_id and l.remedy_id = r.id order by l.no desc limit 1)`

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
      const [remedy = found] = await told(tx, actor, [found])
      return ok(remedy)
    },
  )
}

/** Remedies as who asks may read them: why one was struck, in the words of who did it, is told to who keeps it. */
async function told(
  tx: Transaction<Schema>,
  actor: Actor,
  found: readonly Remedy[],
): Promise<readonly Remedy[]> {
  const shown: Remedy[] = []
  for (const remedy of found) {
    const standing = remedy.struckReason === null ? null : await standingOf(tx, remedy.authorityId)
    const isKept = standing && allowAt(actor, keeperOf(remedy.kind), standing).ok
    shown.push(!standing || isKept ? remedy : { ...remedy, struckReason: UNTOLD })
  }
  return shown
}

const UNTOLD = '（原因由办理人员查看）'
