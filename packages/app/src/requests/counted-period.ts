import { type LocalDate, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { allowToRead } from './allow-to-read.js'

/** What of an authority is counted: from the first to the last day, both included. */
export type CountedPeriod = {
  readonly authorityId: string
  readonly from: LocalDate
  readonly to: LocalDate
}

export type CountRefusal = RightRefusal | Refusal<'period.wrong' | 'cell.not-counted'>

/** Whether a period may be counted: by whoever may read the register of the authority. */
export async function allowToCount(
  tx: Transaction<Schema>,
  actor: Actor,
  { authorityId, from, to }: CountedPeriod,
): Promise<Result<Holding, CountRefusal>> {
  const allowed = await allowToRead(tx, actor, authorityId)
  return allowed.ok && from > to ? WRONG_PERIOD : allowed
}

const WRONG_PERIOD = refuse('period.wrong', '统计期间的起始日期不能晚于终止日期。')

/** A cell of the form that no register counts. */
export const NOT_COUNTED = refuse('cell.not-counted', '这一格不由台账统计。请从统计表中重新选择。')
