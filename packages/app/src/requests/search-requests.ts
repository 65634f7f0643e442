import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowToRead } from './allow-to-read.js'
import type { RequestPage } from './list-requests.js'
import { maskedFor } from './masking.js'
import { registersOf } from './registers.js'
import { requests, toRequest } from './request.js'

export type SearchRequests = {
  readonly authorityId: string
  /** Two characters or more of what is asked for, of the number, or of the applicant's name. */
  readonly words: string
  readonly after: string | null
  readonly limit: number
}

export type SearchRefusal = RightRefusal | Refusal<'requests.words-too-short'>

/** 查找申请: by a part of what is asked for, of its title or number, or of the number of the request; whoever handles them also by who asks. Newest first. */
export async function searchRequests(
  platform: Platform,
  actor: Actor,
  { authorityId, words, after, limit }: SearchRequests,
): Promise<Result<RequestPage, SearchRefusal>> {
  return transact<Result<RequestPage, SearchRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowToRead(tx, actor, authorityId)
    if (!allowed.ok) return allowed
    const part = words.replaceAll('\0', '')
    if ([...part.replace(/\s/g, '')].length < 2) return TOO_SHORT
    const { rows: found } = await sql<{ id: string }>`
      select id from unnest(${await registersOf(tx, authorityId)}::uuid[]) place
        cross join lateral requests_found(place, ${part}, ${after}::uuid, ${limit + 1}) as id
        order by id desc limit ${limit + 1}`.execute(tx)
    if (found.length === 0) return ok({ requests: [], next: null })
    const ids = found.slice(0, limit).map(({ id }) => id)
    const rows = await requests(tx).where('r.id', 'in', ids).orderBy('r.id', 'desc').execute()
    const next = found.length > limit ? (ids.at(-1) ?? null) : null
    const told = await maskedFor(tx, actor, authorityId, rows.map(toRequest))
    return ok({ requests: told, next })
  })
}

const TOO_SHORT = refuse('requests.words-too-short', '请至少填写两个字。')
