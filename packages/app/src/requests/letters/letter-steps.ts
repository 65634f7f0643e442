import {
  type ClockStep,
  dateText,
  type LocalDate,
  letterSpec,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Platform } from '../../context.js'
import type { Work } from '../../storage/transact.js'
import { noteFee } from '../fees/note-fee.js'
import { type OwedPaper, toldLater } from '../owed-papers.js'
import { groundsOf, type StepRefusal, stepDetail, takeStepOn } from '../record-step.js'
import type { RequestFile } from '../request.js'
import { type LetterDetails, openSealed } from './content.js'
import type { OpenedLetter, RequestLetter, SendingWay } from './letter.js'
import { countedOf, isOpenFor, REQUEST_CLOSED } from './letter-kind.js'
import { contentOf } from './worded.js'

type Opened = Omit<OpenedLetter, 'as'> & { readonly as: OpenedLetter['as'] | null }

type StepsRefusal =
  | StepRefusal
  | Refusal<'letter.ground-not-reached' | 'letter.request-closed' | 'letter.step-differs'>

/** Takes the steps of the clock that the first sending of a letter is: what it asks or ends, and where it was handed over, its arrival. */
export async function takeLetterSteps(
  work: Work,
  platform: Platform,
  by: string,
  opened: Opened,
  request: RequestFile,
  { way, on }: { readonly way: SendingWay; readonly on: LocalDate },
): Promise<Result<RequestFile, StepsRefusal>> {
  const { letter, row } = opened
  const step =
    letter.sentOn === null ? sentStep(letter, contentOf(platform, row).details, on) : null
  const told = step && (await toldLater(work.tx, request, letter.kind))
  if (step && told) return tellStep(work.tx, request, letter, step, told)
  const refused = step && refuseGround(letter, request, step)
  if (refused) return refused
  if (step && letter.decides && !isOpenFor(request, letter, letter.anew)) return REQUEST_CLOSED
  // What ended by itself is only put on paper.
  const isEnded = letter.decides && request.stage === 'closed'
  const sent =
    step && !isEnded ? await take(work, platform, by, opened, request, step) : ok(request)
  if (sent.ok && step?.name === 'askFee')
    await noteFee(work.tx, platform, letter, contentOf(platform, row).details.fee, on)
  if (sent.ok && step?.name === 'extend' && !isPrinted(platform, row, sent.value.dueOn))
    return DUE_MOVED
  if (!sent.ok || way !== 'hand') return sent
  return takeArrival(work, platform, by, opened, sent.value, on)
}

/** Whether the letter as it was approved names this day; where nobody can say the day, it names another. */
function isPrinted(platform: Platform, { id, paper }: OpenedLetter['row'], day: LocalDate | null) {
  if (!paper) return true
  if (!day) return false
  const { paragraphs } = openSealed(platform, id, 'paper', paper)
  return paragraphs.some(({ text }) => text.includes(dateText(day)))
}

const DUE_MOVED = refuse(
  'letter.step-differs',
  '签发之后期限有变动，文书写明的届满日与现在的台账不一致，不能送出。请作废后重新拟制。',
)

/** The step stands already: the letter is its paper, if it says the same. */
async function tellStep(
  tx: Work['tx'],
  request: RequestFile,
  { id }: RequestLetter,
  step: ClockStep,
  { no, step: recorded }: OwedPaper,
): Promise<Result<RequestFile, StepsRefusal>> {
  const { on: _, ...said } = step
  const { on, ...stands } = recorded
  if (JSON.stringify(said) !== JSON.stringify(stands))
    return refuse(
      'letter.step-differs',
      `文书写明的期限与${on}登记的步骤不一致。请修改文书，或者先更正那个步骤的登记。`,
    )
  await tx
    .updateTable('request_step')
    .set({ letter_id: id })
    .where('request_id', '=', request.id)
    .where('no', '=', no)
    .execute()
  return ok(request)
}

/** Takes the step that the arrival of a letter is, where it is one; what has ended meanwhile needs none. `by` is null where the applicant confirmed it. */
export async function takeArrival(
  work: Work,
  platform: Platform,
  by: string | null,
  opened: Opened,
  request: RequestFile,
  on: LocalDate,
): Promise<Result<RequestFile, StepRefusal>> {
  const step = arrivalStep(opened.letter, on)
  if (!step || (request.closedOn !== null && request.closedOn <= on)) return ok(request)
  return take(work, platform, by, opened, request, step)
}

async function take(
  work: Work,
  platform: Platform,
  recordedBy: string | null,
  { as, letter }: Opened,
  request: RequestFile,
  step: ClockStep,
): Promise<Result<RequestFile, StepRefusal>> {
  const decided = letter.grounds.length > 0 ? letter.grounds : [countedOf(letter)]
  const grounds = letter.decides ? decided : []
  const taken = await takeStepOn(work.tx, platform, request, step, {
    ...{ note: null, recordedBy, grounds, letterId: letter.id },
  })
  if (!taken.ok) return taken
  work.record({
    ...{ as, name: 'requestStepRecorded', subject: { kind: 'request', id: request.id } },
    authorityId: request.authorityId,
    detail: { letterId: letter.id, ...stepDetail(step, request, taken.value) },
  })
  return taken
}

/** The step that the sending of a letter is; null where it is none. What it needs the check of the letter has found to be there. */
function sentStep(
  letter: RequestLetter,
  { correction, reasons, extension, postponement, consultation }: LetterDetails,
  on: LocalDate,
): ClockStep | null {
  const name = letterSpec(letter.kind).step
  switch (name) {
    case null:
      return null
    case 'reply':
    case 'abandon':
    case 'withdraw':
    case 'askFee':
      return { name, on }
    case 'askCorrection':
      if (correction) return { name, on, until: correction.until }
      break
    case 'askReasons':
      if (reasons) return { name, on, until: reasons.until }
      break
    case 'extend':
      if (extension) return { name, on, days: extension.days }
      break
    case 'postpone':
      if (postponement) return { name, on, until: postponement.until }
      break
    case 'consult':
      if (consultation) {
        const { kind: whom, until } = consultation
        return { name, on, consultation: nameOf(letter), whom, ...(until && { until }) }
      }
  }
  throw new Error(`letter ${letter.id} lacks what its step needs`)
}

function arrivalStep(letter: RequestLetter, on: LocalDate): ClockStep | null {
  const { step } = letterSpec(letter.kind)
  if (step === 'askFee') return { name: 'feeNoticeArrives', on }
  if (step !== 'consult') return null
  return { name: 'consultationArrives', on, consultation: nameOf(letter) }
}

/** By what a consultation is known in the steps, which are seen by more than may know who is asked. */
function nameOf({ documentNumber, id }: RequestLetter): string {
  return documentNumber ?? id
}

/** 视为放弃 is for want of what the request waits for, and for nothing else. */
function refuseGround({ grounds }: RequestLetter, request: RequestFile, step: ClockStep) {
  if (step.name !== 'abandon' || request.stage === 'closed') return null
  const [reached] = groundsOf(request, step)
  return reached !== undefined && grounds.every((one) => one === reached) ? null : NOT_REACHED
}

const NOT_REACHED = refuse(
  'letter.ground-not-reached',
  '登记的决定依据与申请现在的阶段不符：逾期不补正、逾期未缴费，应当先登记补正告知书或者收费通知书的送出。',
)
