import { addMonths, type LocalDate, ok, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { readLaw } from '../../overlays/read-law.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, authorityOfRequest, type RequestNotFound } from '../request.js'
import type { ReevaluationRule } from './list-reevaluations.js'
import {
  type ReevaluationOutcome,
  reevaluationOn,
  type Withheld,
  withheldOf,
} from './reevaluation.js'

/** One time that it was looked at, or put off. */
type Reevaluation = {
  readonly id: string
  readonly outcome: ReevaluationOutcome
  readonly on: LocalDate
  readonly reason: string
  readonly nextOn: LocalDate | null
  readonly recordedBy: string
}

export type ReevaluationView = ReevaluationRule & {
  /** Null where the request withholds nothing that is looked at again. */
  readonly withheld: Withheld | null
  /** The day that follows from the period, seen from today. */
  readonly nextOn: LocalDate
  /** In the order in which they were recorded. */
  readonly history: readonly Reevaluation[]
}

/** 一件申请中不予公开的信息的定期评估: when it is due, and what was found before. */
export async function readReevaluation(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<ReevaluationView, RightRefusal | RequestNotFound>> {
  return transact<Result<ReevaluationView, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'reevaluation.record', requestId)
      if (!allowed.ok) return allowed
      const authority = await authorityOfRequest(tx, requestId)
      if (!authority.ok) return authority
      const day = today(platform)
      const { value, source, known } = reevaluationOn(await readLaw(tx, platform), day)
      const request = { id: requestId, authorityId: authority.value }
      return ok({
        ...{ months: value.months, source, known, nextOn: addMonths(day, value.months) },
        withheld: await withheldOf(tx, request, value.months),
        history: await historyOf(tx, requestId),
      })
    },
  )
}

async function historyOf(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<readonly Reevaluation[]> {
  return tx
    .selectFrom('reevaluation')
    .select(['id', 'outcome', 'happened_on as on', 'reason'])
    .select(['next_on as nextOn', 'recorded_by as recordedBy'])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute()
}
