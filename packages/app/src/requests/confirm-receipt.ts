import {
  CHANNELS,
  type ClockRefusal,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import { transact } from '../storage/transact.js'
import { tellApplicant } from './news/tell-applicant.js'
import { reckon } from './reckon.js'
import { type OpenRefusal, openRequest, type RequestFile, type RequestRef } from './request.js'
import { writeRequest } from './write-request.js'

export type ConfirmReceipt = RequestRef & {
  /** The day on which the authority confirmed and told the applicant. */
  readonly on: LocalDate
  /** By telephone with whom, by e-mail, on the portal. */
  readonly how: string
  /** Where the applicant has confirmed too, that day; left out, what was known stays. */
  readonly applicantOn: LocalDate | null
}

export type ConfirmReceiptRefusal =
  | OpenRefusal
  | ClockRefusal
  | Refusal<
      | 'requests.receipt-fixed'
      | 'requests.closed'
      | 'requests.how-missing'
      | 'requests.day-in-future'
      | 'requests.day-before-arrival'
    >

/** 确认收到: the recorded act by which the authority confirms a request and tells the applicant; the later of both days is that of receipt (第三十一条). */
export async function confirmReceipt(
  platform: Platform,
  actor: Actor,
  command: ConfirmReceipt,
): Promise<Result<RequestFile, ConfirmReceiptRefusal>> {
  return transact<Result<RequestFile, ConfirmReceiptRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, 'request.handle', command)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      const refused = refuseConfirming(request, command, today(platform))
      if (refused) return refused
      const arrived = {
        ...request,
        authorityConfirmedOn: command.on,
        applicantConfirmedOn: command.applicantOn ?? request.applicantConfirmedOn,
      }
      const reckoned = reckon(arrived, [], await holdLaw(tx, platform))
      if (!reckoned.ok) return reckoned
      const after = await writeRequest(tx, request, {
        authority_confirmed_on: arrived.authorityConfirmedOn,
        applicant_confirmed_on: arrived.applicantConfirmedOn,
        confirmed_how: command.how.trim(),
        ...reckoned.value,
      })
      const { receivedOn, dueOn } = after
      record({
        as,
        name: 'requestReceiptConfirmed',
        subject: { kind: 'request', id: request.id },
        authorityId: request.authorityId,
        detail: {
          authorityOn: command.on,
          applicantOn: arrived.applicantConfirmedOn,
          receivedOn,
          dueOn,
        },
      })
      if (receivedOn !== null)
        await tellApplicant(tx, platform, {
          ...{ request, what: 'received', on: receivedOn, byLetter: false },
        })
      return ok(after)
    },
  )
}

function refuseConfirming(
  { stage, channel, arrivedOn, receivedOn, requestNumber }: RequestFile,
  { on, how, applicantOn }: ConfirmReceipt,
  day: LocalDate,
) {
  if (stage === 'closed' && receivedOn === null)
    return refuse('requests.closed', `申请${requestNumber}在确认收到之前已经终止，不需要再确认。`)
  if (stage !== 'arrived') {
    const message = `申请${requestNumber}的收到之日已经确定，不需要再确认。`
    return refuse('requests.receipt-fixed', message, CHANNELS[channel].source)
  }
  if (how.trim() === '') {
    const message = '请写明以何种方式与申请人确认、由谁确认，收到之日据此确定。'
    return refuse('requests.how-missing', message, CHANNELS[channel].source)
  }
  const days = applicantOn ? [on, applicantOn] : [on]
  if (days.some((one) => one > day))
    return refuse('requests.day-in-future', '确认的日期不能晚于今天，请核对日期。')
  if (days.some((one) => one < arrivedOn)) {
    const message = `确认的日期不能早于申请到达之日（${arrivedOn}），请核对日期。`
    return refuse('requests.day-before-arrival', message)
  }
  return null
}
