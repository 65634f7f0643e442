import { addDays, type LocalDate, ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { holdersOf } from '../notices/recipients.js'
import type { RightRefusal } from '../rights/allow.js'
import { RIGHTS } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowToRead } from './allow-to-read.js'
import { maskedFor } from './masking.js'
import { registersOf } from './registers.js'
import { type RequestFile, requests, toRequest } from './request.js'
import { lastDayOf } from './year-end.js'

/** Which requests: those that wait to be confirmed, wait for an arrival that nobody has recorded, are open, are due today, within a week from today or were before, will be carried over into the next year, are over and wait to be filed, are over, were set aside, or end or wait without the paper that tells the applicant. */
export type Queue =
  | 'arrived'
  | 'unserved'
  | 'open'
  | 'today'
  | 'week'
  | 'overdue'
  | 'carriedOver'
  | 'toFile'
  | 'closed'
  | 'setAside'
  | 'untold'
  | 'all'

export type ListRequests = {
  readonly authorityId: string
  readonly queue: Queue
  /** Of one person, or of nobody who may handle them now; null for all. */
  readonly handlerId: string | 'none' | null
  /** Of the handlers of one section, and those of which a share waits there; null or left out, all. */
  readonly section?: string | null
  /** After this one of the page before; null for the first page. */
  readonly after: string | null
  /** At most so many, 1 to 200. */
  readonly limit: number
}

export type RequestPage = {
  readonly requests: readonly RequestFile[]
  /** Where the next page goes on; null on the last. */
  readonly next: string | null
}

/** The register of an authority, or one of its queues: what is open with the nearest day first, the register with the newest first. */
export async function listRequests(
  platform: Platform,
  actor: Actor,
  wanted: ListRequests,
): Promise<Result<RequestPage, RightRefusal>> {
  return transact<Result<RequestPage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const { authorityId, limit } = wanted
    const allowed = await allowToRead(tx, actor, authorityId)
    if (!allowed.ok) return allowed
    const handlers =
      wanted.handlerId === 'none'
        ? await holdersOf(tx, RIGHTS['request.handle'].roles, authorityId)
        : []
    const registers = await registersOf(tx, authorityId)
    const rows = await queue(tx, { ...wanted, registers }, today(platform), handlers)
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    const told = await maskedFor(tx, actor, authorityId, shown.map(toRequest))
    return ok({ requests: told, next: last ? cursorOf(wanted, last) : null })
  })
}

function isRegister({ queue: wanted }: ListRequests): boolean {
  return ['all', 'closed', 'toFile', 'setAside', 'untold'].includes(wanted)
}

function cursorOf(wanted: ListRequests, { id, place }: { id: string; place: LocalDate }) {
  return isRegister(wanted) ? id : `${place} ${id}`
}

/**
 * By when somebody must act on a request `r`, as it is seen on `day`: a correction that was not asked for in time need not be asked for at all (第三十条), and whoever
 * was consulted and is silent keeps nobody from deciding (第三十二条、第三十四条).
 */
export function mustActBy(day: LocalDate): RawBuilder<LocalDate | null> {
  return sql`case when r.next_what in ('askCorrection', 'opinion') and r.next_on < ${day}::date then r.due_on else r.next_on end`
}

/**
 * Whether of a request `r` a paper is out whose arrival is not recorded, so that no day ends the waiting: a consultation without a last day, a fee notice. The
 * same is told of one request by the clock (`waitsWithoutEnd`).
 */
export function unserved(): RawBuilder<boolean> {
  const times = (name: string) => sql`(select count(*) from request_step f
    where f.tenant_id = r.tenant_id and f.request_id = r.id and f.struck_at is null and f.step->>'name' = ${name})`
  return sql<boolean>`(r.stage = 'awaitingFee' and ${times('askFee')} > ${times('feeNoticeArrives')} or exists (
    select from request_step c
    where c.tenant_id = r.tenant_id and c.request_id = r.id and c.struck_at is null and c.step->>'name' = 'consult'
      and (c.step->>'whom' <> 'otherAuthority' or c.step->>'until' is null)
      and not exists (select from request_step e
        where e.tenant_id = r.tenant_id and e.request_id = r.id and e.struck_at is null and e.step->>'consultation' = c.step->>'consultation'
          and (e.step->>'name' = 'receiveOpinion' or e.step->>'name' = 'consultationArrives' and c.step->>'whom' <> 'otherAuthority'))))`
}

/** Of an assignment, whether it is held today. */
export const HELD_TODAY = sql<boolean>`since <= current_day() and (until is null or until >= current_day())`

function isOfSection(authorityId: string, section: string) {
  const there = sql`(select person_id from assignment where authority_id = ${authorityId} and section = ${section} and ${HELD_TODAY})`
  return sql<boolean>`(r.handler_id in ${there} or exists (select from request_task t
    where t.tenant_id = r.tenant_id and t.request_id = r.id and t.done_on is null and t.taken_back_at is null and t.person_id in ${there}))`
}

type Wanted = ListRequests & { readonly registers: readonly string[] }

function queue(
  tx: Transaction<Schema>,
  wanted: Wanted,
  day: LocalDate,
  handlers: readonly string[],
) {
  const { authorityId, registers, handlerId, section = null, after } = wanted
  // What nobody's day is known of stands last.
  const place = sql<LocalDate>`coalesce(${mustActBy(day)}, date '9999-12-31')`
  const all = requests(tx)
    .select(place.as('place'))
    .where('r.authority_id', 'in', registers)
    .$if(handlerId === 'none', (query) =>
      query.where(sql<boolean>`coalesce(r.handler_id <> all (${handlers}::uuid[]), true)`),
    )
    .$if(handlerId !== null && handlerId !== 'none', (query) =>
      query.where('r.handler_id', '=', handlerId),
    )
    .$if(section !== null, (query) => query.where(isOfSection(authorityId, section ?? '')))
  if (isRegister(wanted)) {
    return all
      .$if(wanted.queue === 'closed', (query) =>
        query.where('r.closed_on', 'is not', null).where('r.set_aside', 'is', null),
      )
      .$if(wanted.queue === 'toFile', (query) =>
        query
          .where('r.closed_on', 'is not', null)
          .where('r.set_aside', 'is', null)
          .where('r.filed_on', 'is', null),
      )
      .$if(wanted.queue === 'setAside', (query) => query.where('r.set_aside', 'is not', null))
      .$if(wanted.queue === 'untold', (query) =>
        query.where(
          sql<boolean>`r.id in (select o.request_id from unnest(${registers}::uuid[]) as g (id) cross join lateral steps_owing(g.id) o)`,
        ),
      )
      .$if(after !== null, (query) => query.where('r.id', '<', after ?? ''))
      .orderBy('r.id', 'desc')
  }
  const [on = '', id = ''] = after?.split(' ') ?? []
  return all
    .where('r.closed_on', 'is', null)
    .$call((query) => {
      const must = mustActBy(day)
      if (wanted.queue === 'arrived') return query.where('r.stage', '=', 'arrived')
      if (wanted.queue === 'unserved') return query.where(unserved())
      if (wanted.queue === 'overdue') return query.where(sql<boolean>`${must} < ${day}::date`)
      if (wanted.queue === 'today') return query.where(sql<boolean>`${must} = ${day}::date`)
      if (wanted.queue === 'week') {
        const last = addDays(day, 7)
        return query.where(sql<boolean>`${must} between ${day}::date and ${last}::date`)
      }
      if (wanted.queue === 'carriedOver') {
        const last = lastDayOf(day)
        return query
          .where('r.kind', '=', 'disclosure')
          .where('r.received_on', 'is not', null)
          .where(sql<boolean>`(r.due_on is null or r.due_on > ${last}::date)`)
      }
      return query
    })
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${place}, r.id) > (${on}::date, ${id}::uuid)`),
    )
    .orderBy(place)
    .orderBy('r.id')
}
