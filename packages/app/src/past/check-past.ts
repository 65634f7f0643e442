import { ok, type Refusal, type Result } from '@gongkai/law'
import type { CheckResult } from '../checks/check-report.js'
import { NO_SIBLINGS } from '../checks/shared-siblings.js'
import { type Checker, HERE } from '../collection/check-aside.js'
import { lastYearsReport } from '../collection/last-year.js'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOnPast, type PastNotFound } from './allow-on-past.js'
import { UNREADABLE } from './decide-past.js'

export type CheckPast = {
  readonly itemId: string
  /** Whose report it would be, and on which year; null where that is not told. */
  readonly targetId: string | null
  readonly reportYear: number | null
}

/**
 * 核对历年报告: holds what was read of a file against every rule, as the report of this authority on this year, with that of the year before
 * beside it. It changes nothing, and nothing of it is kept.
 */
export async function checkPast(
  platform: Platform,
  actor: Actor,
  { itemId, targetId, reportYear }: CheckPast,
  check: Checker = HERE,
): Promise<
  Result<CheckResult, RightRefusal | PastNotFound | Refusal<'past.unreadable'> | FileRefusal>
> {
  const opened = await transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnPast(tx, actor, 'past.read', itemId)
    if (!allowed.ok) return allowed
    const items = tx.selectFrom('past_item').select('reading').where('id', '=', itemId)
    const { reading } = await items.executeTakeFirstOrThrow()
    if (reading === null) return UNREADABLE
    const year = reportYear ?? reading.year
    const document = { ...reading, year }
    if (targetId === null) return ok({ document, against: {} })
    const names = tx.selectFrom('authority').select('name').where('id', '=', targetId)
    const authority = (await names.executeTakeFirst())?.name ?? null
    const key = year === null ? null : { authorityId: targetId, reportYear: year }
    const previous = key && (await lastYearsReport(tx, key))
    return ok({ document, against: { authority, previous } })
  })
  if (!opened.ok) return opened
  const { document, against } = opened.value
  return check(document, against, NO_SIBLINGS)
}
