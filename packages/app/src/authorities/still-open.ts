import { ok, type Refusal, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { Authority } from './authority.js'

/** What keeps an authority from being dissolved, in numbers. */
export type StillOpen = Refusal<'authority.still-open'> & {
  readonly open: {
    /** Roles that somebody holds there, today or later. */
    readonly assignments: number
    /** Existing authorities directly below. */
    readonly subordinates: number
  }
}

/** Refuses to let go of an authority in which something is still open. It is asked after the row is dissolved, so that nothing new can come meanwhile. */
export async function refuseStillOpen(
  tx: Transaction<Schema>,
  { id, name }: Authority,
  subordinatesFollow: boolean,
): Promise<Result<null, StillOpen>> {
  const { rows } = await sql<StillOpen['open']>`select
    (select count(*) from assignment
      where authority_id = ${id} and coalesce(until >= current_day(), true)) as assignments,
    (select count(*) from authority where parent_id = ${id} and dissolved_on is null) as subordinates`.execute(
    tx,
  )
  const assignments = rows[0]?.assignments ?? 0
  const subordinates = subordinatesFollow ? 0 : (rows[0]?.subordinates ?? 0)
  const todo = [
    ...(assignments > 0 ? [`有${assignments}项职责在任，请先移交或者收回`] : []),
    ...(subordinates > 0 ? [`有${subordinates}个下级机关，请先划转或者撤销`] : []),
  ]
  if (todo.length === 0) return ok(null)
  const message = `“${name}”还有未了事项：${todo.join('；')}。办结后再登记。`
  const open = { assignments, subordinates }
  return { ok: false, refusal: { code: 'authority.still-open', message, open } }
}
