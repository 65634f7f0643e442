import { addDays, type LocalDate, ok, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import { type RequestTask, tasks, toTask } from './task.js'

/** The shares of one request, in the order in which they were given; those taken back too. Whoever does not handle it is told his own. */
export async function listRequestTasks(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly RequestTask[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly RequestTask[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'task.answer', requestId)
      if (!allowed.ok) return allowed
      const rows = await tasks(tx)
        .where('t.request_id', '=', requestId)
        .orderBy('t.id')
        .limit(200)
        .execute()
      return ok(rows.map(toTask))
    },
  )
}

/** Which shares: those that wait for an answer, of these those due today, within a week or overdue; those that are answered. */
type TaskQueue = 'open' | 'today' | 'week' | 'overdue' | 'done'

export type ListTasks = {
  readonly authorityId: string
  readonly personId: string | null
  readonly queue: TaskQueue
  /** After this one of the page before; null for the first page. */
  readonly after: string | null
  /** At most so many, 1 to 200. */
  readonly limit: number
}

export type TaskPage = { readonly tasks: readonly RequestTask[]; readonly next: string | null }

/** 交办事项 of an authority, or of one person in it, the newest first. Whoever does not work at the desk is told his own. */
export async function listTasks(
  platform: Platform,
  actor: Actor,
  wanted: ListTasks,
): Promise<Result<TaskPage, RightRefusal>> {
  return transact<Result<TaskPage, RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'task.answer', wanted.authorityId)
    if (!allowed.ok) return allowed
    const rows = await queueOf(tx, wanted, today(platform))
      .orderBy('t.id', 'desc')
      .limit(wanted.limit + 1)
      .execute()
    const shown = rows.slice(0, wanted.limit).map(toTask)
    return ok({
      tasks: shown,
      next: rows.length > wanted.limit ? (shown.at(-1)?.id ?? null) : null,
    })
  })
}

function queueOf(
  tx: Transaction<Schema>,
  { authorityId, personId, queue, after }: ListTasks,
  day: LocalDate,
) {
  const all = tasks(tx)
    .where('t.authority_id', '=', authorityId)
    .where('t.taken_back_at', 'is', null)
    .$if(personId !== null, (query) => query.where('t.person_id', '=', personId ?? ''))
    .$if(after !== null, (query) => query.where('t.id', '<', after ?? ''))
  if (queue === 'done') return all.where('t.done_on', 'is not', null)
  const open = all.where('t.done_on', 'is', null).where('r.closed_on', 'is', null)
  if (queue === 'today') return open.where('t.due_on', '=', day)
  if (queue === 'week')
    return open.where('t.due_on', '>=', day).where('t.due_on', '<=', addDays(day, 7))
  if (queue === 'overdue') return open.where('t.due_on', '<', day)
  return open
}
