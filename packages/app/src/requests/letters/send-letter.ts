import { type LocalDate, letterSpec, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { transact, type Work } from '../../storage/transact.js'
import { newsOfLetter } from '../news/news.js'
import { tellApplicant } from '../news/tell-applicant.js'
import type { StepRefusal } from '../record-step.js'
import { allowOnRequest, lockRequest, type RequestFile } from '../request.js'
import { writeRequest } from '../write-request.js'
import { recordRedoneBy } from './anew.js'
import {
  type LetterRef,
  type LetterRow,
  lockLetter,
  type OpenLetterRefusal,
  type RequestLetter,
  SENDING_WAYS,
  type SendingWay,
} from './letter.js'
import { lastDayOf, registeredOf } from './letter-facts.js'
import { takeLetterSteps } from './letter-steps.js'
import { contentOf } from './worded.js'
import { writeLetter } from './write-letter.js'

export type SendLetter = LetterRef & {
  readonly way: SendingWay
  /** The day that counts: of the posting, of the signature, of the sending. */
  readonly on: LocalDate
  /** The number of the letter, who signed, the address. */
  readonly proof: string | null
}

export type DayRefusal = Refusal<'letter.day-wrong'>
export type SendLetterRefusal =
  | OpenLetterRefusal
  | StepRefusal
  | DayRefusal
  | Refusal<
      | 'letter.way-wrong'
      | 'letter.proof-missing'
      | 'letter.ground-not-reached'
      | 'letter.request-closed'
      | 'letter.parts-unnamed'
      | 'letter.step-differs'
    >

/**
 * 送出: records that a letter was posted, handed over or sent, with the proof. With it goes the step of the clock that it is, on
 * that day; a decision ends the request under its grounds. A late one is recorded as late.
 */
export async function sendLetter(
  platform: Platform,
  actor: Actor,
  command: SendLetter,
): Promise<Result<RequestLetter, SendLetterRefusal>> {
  return transact<Result<RequestLetter, SendLetterRefusal>>(platform, actor, async (work) => {
    const { tx } = work
    const allowed = await allowOnRequest(tx, actor, 'request.handle', command.requestId)
    if (!allowed.ok) return allowed
    // The request first, then the letter: whoever sends holds both.
    const request = await lockRequest(tx, command.requestId)
    const locked = await lockLetter(tx, command, ['approved', 'returned'])
    if (!locked.ok) return locked
    const { letter } = locked.value
    const refused = refuseSending(letter, command, today(platform))
    if (refused) return refused
    const opened = { ...locked.value, as: allowed.value }
    if (letter.sentOn === null && letter.grounds.includes('partlyDisclosed')) return UNNAMED
    const registered = await registeredOf(tx, platform, request, locked.value.row)
    const dueOn = registered && lastDayOf(letter.kind, registered)
    const taken = await takeLetterSteps(work, platform, actor.personId, opened, request, command)
    if (!taken.ok) return taken
    await keepOwnResult(work, platform, taken.value, locked.value.row)
    const first = letter.sentOn === null
    if (first) await recordRedoneBy(work, platform, opened, command.on)
    const what = first ? newsOfLetter(letter.kind) : null
    const byLetter = letterSpec(letter.kind).to === 'applicant' && command.way !== 'portal'
    if (what !== null)
      await tellApplicant(tx, platform, { request, what, on: command.on, byLetter })
    const isHanded = command.way === 'hand' || command.way === 'file'
    const isLate = first && dueOn !== null && command.on > dueOn
    return ok(
      await writeLetter(work, platform, actor.personId, opened, {
        ...{ name: 'requestLetterSent', state: isHanded ? 'served' : 'sent' },
        ...{ on: command.on, note: command.proof?.trim() || null },
        change: {
          // What was sent again counts with the first day.
          ...{ sent_way: command.way, sent_on: letter.sentOn ?? command.on },
          ...(first && { due_on: dueOn }),
          ...(isHanded && { served_on: command.on }),
        },
        detail: { way: command.way, on: command.on, documentNumber: letter.documentNumber, isLate },
      }),
    )
  })
}

const UNNAMED = refuse(
  'letter.parts-unnamed',
  '这份文书只登记为部分公开，没有逐部分写明不公开的内容和依据，不能送出。请将其作废，按公开的内容和每一部分不公开的内容重新登记决定。',
)

export type SendingRefusal = Refusal<
  'letter.way-wrong' | 'letter.proof-missing' | 'letter.day-wrong'
>

/** Why a letter cannot have gone out so; null where it can. */
export function refuseSending(
  letter: RequestLetter,
  { way, on, proof }: SendLetter,
  day: LocalDate,
): { readonly ok: false; readonly refusal: SendingRefusal } | null {
  const { to } = letterSpec(letter.kind)
  if ((to === 'file') !== (way === 'file') || (way === 'portal' && to !== 'applicant')) {
    const message = `《${letter.title}》不能以“${SENDING_WAYS[way].title}”的方式送出，请另选方式。`
    return refuse('letter.way-wrong', message)
  }
  const wanted = SENDING_WAYS[way].proof
  if (wanted && !proof?.trim()) {
    const message = `请填写${wanted}，它是这份文书已经送出的凭据。`
    return refuse('letter.proof-missing', message)
  }
  return refuseDay(on, letter.sentOn ?? letter.approvedOn, day)
}

/** What happened to a letter happened after it was made, and not in the future. */
export function refuseDay(on: LocalDate, earliest: LocalDate | null, day: LocalDate) {
  if (on > day) return refuse('letter.day-wrong', `日期（${on}）晚于今天，请核对日期。`)
  if (earliest === null || on >= earliest) return null
  const message = `日期（${on}）早于成文或者发出的日期（${earliest}），请核对日期。`
  return refuse('letter.day-wrong', message)
}

/** What came of an application to correct one's own record, so that it can be counted. */
async function keepOwnResult(
  { tx }: Work,
  platform: Platform,
  request: RequestFile,
  row: LetterRow,
): Promise<void> {
  const result = row.kind === 'ownRecord' && contentOf(platform, row).details.ownRecord?.result
  if (result) await writeRequest(tx, request, { own_result: result })
}
