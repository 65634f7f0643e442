import {
  type Arrival,
  asOf,
  type ClockRefusal,
  type ClockStep,
  daysAhead,
  type LocalDate,
  ok,
  REQUEST_LAW,
  type Receipt,
  type RequestClock,
  type RequestLaw,
  type Result,
  receiptOf,
  replayClock,
  replyDueOn,
  requestClock,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Law } from '../overlays/law.js'
import type { Schema } from '../storage/schema.js'
import { withoutNames } from './masking.js'
import type { NextWhat, RequestFile, RequestStage } from './request.js'

/** What the register keeps of the clock, so that a queue needs no replay. It is made from the steps and from nothing else. */
export type Reckoned = {
  readonly received_on: LocalDate | null
  readonly stage: RequestStage
  readonly due_on: LocalDate | null
  readonly due_provisional: boolean
  readonly next_on: LocalDate | null
  readonly next_what: NextWhat | null
  readonly closed_on: LocalDate | null
}

/** The periods as they stand in the region, on its calendar. */
function requestLaw({ calendar }: Law): RequestLaw {
  return { ...REQUEST_LAW, calendar }
}

/** The legal day of receipt of what arrived, or what is missing to it. */
export function receiptOfRequest(
  request: Pick<
    RequestFile,
    'channel' | 'arrivedOn' | 'applicantConfirmedOn' | 'authorityConfirmedOn'
  >,
  law: Law,
): Receipt {
  const { channel, arrivedOn, applicantConfirmedOn, authorityConfirmedOn } = request
  const arrival: Arrival = {
    channel,
    arrivedOn,
    ...(applicantConfirmedOn ? { applicantConfirmedOn } : {}),
    ...(authorityConfirmedOn ? { authorityConfirmedOn } : {}),
  }
  return receiptOf(arrival, law.calendar)
}

/** What is kept of a request with these steps. Refused where the Regulations do not allow a step where it stands. */
export function reckon(
  arrived: Parameters<typeof receiptOfRequest>[0],
  steps: readonly ClockStep[],
  law: Law,
): Result<Reckoned, ClockRefusal> {
  const receipt = receiptOfRequest(arrived, law)
  if (receipt.receivedOn === null) return ok(unreceived(receipt.escalateOn))
  const rules = requestLaw(law)
  const clock = requestClock(receipt.receivedOn, steps, rules)
  return clock.ok ? ok(reckoned(clock.value, rules)) : clock
}

/** What is kept of a request whose steps were allowed when they were taken, by the law as it stands now. */
export function reckonAgain(
  arrived: Parameters<typeof receiptOfRequest>[0],
  steps: readonly ClockStep[],
  law: Law,
): Reckoned {
  const receipt = receiptOfRequest(arrived, law)
  if (receipt.receivedOn === null) return unreceived(receipt.escalateOn)
  const rules = requestLaw(law)
  return reckoned(replayClock(receipt.receivedOn, steps, rules), rules)
}

function unreceived(escalateOn: LocalDate): Reckoned {
  return {
    ...{ received_on: null, stage: 'arrived', due_on: null, due_provisional: false },
    ...{ next_on: escalateOn, next_what: 'confirmReceipt', closed_on: null },
  }
}

function reckoned(clock: RequestClock, law: RequestLaw): Reckoned {
  const due = replyDueOn(clock, law)
  const [next] = daysAhead(clock, law)
  return {
    received_on: clock.receivedOn,
    stage: clock.stage,
    due_on: due.date,
    due_provisional: due.provisional,
    next_on: next?.on ?? null,
    next_what: next?.what ?? null,
    closed_on: clock.closedOn,
  }
}

/** The steps of a request that stand, in the order of their recording. */
export async function stepsOf(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<readonly ClockStep[]> {
  const rows = await tx
    .selectFrom('request_step')
    .select('step')
    .where('request_id', '=', requestId)
    .where('struck_at', 'is', null)
    .orderBy('no')
    .execute()
  return rows.map(({ step }) => step)
}

/** The clock of a request that was received, with the law that it runs by; null before its receipt. As it stood at the end of `day`, where one is given. */
export async function clockOf(
  tx: Transaction<Schema>,
  { id, receivedOn, isMasked }: Pick<RequestFile, 'id' | 'receivedOn' | 'isMasked'>,
  law: Law,
  day?: LocalDate,
): Promise<{ readonly clock: RequestClock; readonly law: RequestLaw } | null> {
  if (receivedOn === null) return null
  const rules = requestLaw(law)
  const steps = await stepsOf(tx, id)
  const clock = replayClock(receivedOn, isMasked ? withoutNames(steps) : steps, rules)
  return { clock: day ? asOf(clock, day, rules) : clock, law: rules }
}
