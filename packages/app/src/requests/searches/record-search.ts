import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import { transact } from '../../storage/transact.js'
import { allowGiven } from '../allow-given.js'
import { tellableReason } from '../masking.js'
import {
  allowOnRequest,
  findUnerased,
  type RequestErased,
  type RequestNotFound,
} from '../request.js'
import { type RequestSearch, type Searched, toSearch } from './search.js'

export type RecordSearchRefusal =
  | RightRefusal
  | RequestNotFound
  | RequestErased
  | Refusal<'search.day-wrong' | 'search.nowhere' | 'search.no-words' | 'search.no-persons'>

/** 登记检索记录: by the desk, or by whoever was given a share of the work. It is not changed any more, only struck. Also of a request that is over: it may be decided anew. */
export async function recordSearch(
  platform: Platform,
  actor: Actor,
  { requestId, ...search }: Searched & { readonly requestId: string },
): Promise<Result<RequestSearch, RecordSearchRefusal>> {
  return transact<Result<RequestSearch, RecordSearchRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allowGiven(tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const found = await findUnerased(tx, requestId)
      if (!found.ok) return found
      const { authorityId } = found.value
      const refused = refuseSearch(search, today(platform))
      if (refused) return refused
      const row = await tx
        .insertInto('request_search')
        .values({
          ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), request_id: requestId },
          ...{ authority_id: authorityId, searched_on: search.searchedOn, period: search.period },
          ...{ systems: search.systems, words: search.words, files: search.files },
          ...{ persons: search.persons, found: search.found?.trim() || null },
          ...{ recorded_by: actor.personId, recorded_at: platform.now() },
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      record({
        as: allowed.value,
        name: 'requestSearchRecorded',
        subject: { kind: 'request', id: requestId },
        authorityId,
        detail: { searchId: row.id, on: search.searchedOn },
      })
      return ok(toSearch(row))
    },
  )
}

/** Courts ask where and by which words it was searched, by whom and when. */
function refuseSearch({ searchedOn, systems, words, files, persons }: Searched, day: LocalDate) {
  if (searchedOn > day)
    return refuse('search.day-wrong', `检索的日期（${searchedOn}）晚于今天，请核对日期。`)
  if (systems.length + files.length === 0)
    return refuse('search.nowhere', '请写明检索的系统或者查阅的案卷，至少一项。')
  if (systems.length > 0 && words.length === 0)
    return refuse('search.no-words', '检索了系统的，请写明所用的检索词。')
  return persons.length === 0 ? refuse('search.no-persons', '请写明由哪个科室、岗位检索。') : null
}

export type StrikeSearchRefusal =
  | RightRefusal
  | RequestNotFound
  | RequestErased
  | Refusal<'search.not-found' | 'search.reason-missing'>

/** 更正检索记录: takes back a search that was recorded by mistake; it stays to be seen with its reason. */
export async function strikeSearch(
  platform: Platform,
  actor: Actor,
  command: { readonly requestId: string; readonly searchId: string; readonly reason: string },
): Promise<Result<RequestSearch, StrikeSearchRefusal>> {
  const { requestId, searchId } = command
  return transact<Result<RequestSearch, StrikeSearchRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const request = await findUnerased(tx, requestId)
      if (!request.ok) return request
      const reason = command.reason.trim()
      if (reason === '') return NO_REASON
      const row = await tx
        .updateTable('request_search')
        .set({ struck_by: actor.personId, struck_at: platform.now(), struck_reason: reason })
        .where('request_id', '=', requestId)
        .where('id', '=', searchId)
        .where('struck_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (!row) return NOT_FOUND
      record({
        as: allowed.value,
        name: 'requestSearchStruck',
        subject: { kind: 'request', id: requestId },
        authorityId: row.authority_id,
        reason: await tellableReason(tx, requestId, reason),
        detail: { searchId },
      })
      return ok(toSearch(row))
    },
  )
}

/** The searches of a request, struck ones too: for who handles it, and who consents to its letters. */
export async function listSearches(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly RequestSearch[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly RequestSearch[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowGiven(tx, actor, 'letter.read', requestId)
      if (!allowed.ok) return allowed
      const rows = await tx
        .selectFrom('request_search')
        .selectAll()
        .where('request_id', '=', requestId)
        .orderBy('searched_on')
        .orderBy('id')
        .execute()
      return ok(rows.map(toSearch))
    },
  )
}

const NO_REASON = refuse('search.reason-missing', '请写明更正的原因，它留在检索记录中。')
const NOT_FOUND = refuse('search.not-found', '没有这次检索的记录，或已经更正。请刷新后重新选择。')
