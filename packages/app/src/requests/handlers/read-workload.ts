import { addDays, ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { holdersOf } from '../../notices/recipients.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import { RIGHTS } from '../../rights/rights.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { HELD_TODAY, mustActBy } from '../list-requests.js'
import { TASK_ROLES } from '../tasks/task.js'

/** How much of something is open, and of that due today, within a week from today, overdue. */
export type Load = {
  readonly open: number
  readonly today: number
  readonly week: number
  readonly overdue: number
}

/** What one person has to do on the requests of an authority; null is nobody. */
export type Workload = {
  readonly personId: string | null
  /** May be given requests. */
  readonly isHandler: boolean
  /** May be given shares of the work; who has no role there any more may not. */
  readonly isHere: boolean
  /** Of the authority (内设机构), where it is said. */
  readonly section: string | null
  readonly requests: Load
  readonly tasks: Load
}

/** 承办情况, for the desk: everybody who works on the requests of an authority or has something left there, and the requests that nobody handles. */
export async function readWorkload(
  platform: Platform,
  actor: Actor,
  authorityId: string,
): Promise<Result<readonly Workload[], RightRefusal>> {
  return transact<Result<readonly Workload[], RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'request.handle', authorityId)
    if (!allowed.ok) return allowed
    const day = today(platform)
    const last = addDays(day, 7)
    const counts = (on: ReturnType<typeof mustActBy>) => sql`count(*)::integer as open,
      (count(*) filter (where ${on} = ${day}::date))::integer as today,
      (count(*) filter (where ${on} between ${day}::date and ${last}::date))::integer as week,
      (count(*) filter (where ${on} < ${day}::date))::integer as overdue`
    const { rows } = await sql<Load & { personId: string | null; isTask: boolean }>`
      select r.handler_id as "personId", false as "isTask", ${counts(mustActBy(day))} from request r
        where r.authority_id = ${authorityId} and r.closed_on is null group by 1
      union all
      select t.person_id, true, ${counts(sql`t.due_on`)} from request_task t
        join request r on r.tenant_id = t.tenant_id and r.id = t.request_id and r.closed_on is null
        where t.authority_id = ${authorityId} and t.done_on is null and t.taken_back_at is null group by 1`.execute(
      tx,
    )
    const handlers = await holdersOf(tx, RIGHTS['request.handle'].roles, authorityId)
    const here = await holdersOf(tx, TASK_ROLES, authorityId)
    const sections = await sectionsOf(tx, authorityId)
    const people = new Set([...handlers, ...here, ...rows.map(({ personId }) => personId)])
    return ok(
      [...people].map((personId) => {
        const loadOf = (isTask: boolean): Load => {
          const row = rows.find((one) => one.personId === personId && one.isTask === isTask)
          const { open, today, week, overdue } = row ?? NONE
          return { open, today, week, overdue }
        }
        const id = personId ?? ''
        return {
          ...{ personId, isHandler: handlers.includes(id), isHere: here.includes(id) },
          ...{ section: sections.get(id) ?? null, requests: loadOf(false), tasks: loadOf(true) },
        }
      }),
    )
  })
}

/** Of everybody who holds something in an authority today, the section that is said, if one is. */
async function sectionsOf(tx: Transaction<Schema>, authorityId: string) {
  const rows = await tx
    .selectFrom('assignment')
    .select(['person_id', 'section'])
    .where('authority_id', '=', authorityId)
    .where(HELD_TODAY)
    .where('section', 'is not', null)
    .orderBy('since')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ person_id, section }) => [person_id, section]))
}

const NONE: Load = { open: 0, today: 0, week: 0, overdue: 0 }
