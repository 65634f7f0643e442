import type { LocalDate, Refusal, Result } from '@gongkai/law'
import { ok } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { transact } from '../../storage/transact.js'
import type { StepRefusal } from '../record-step.js'
import { allowOnRequest, lockRequest } from '../request.js'
import { NO_REASON } from './approve-letter.js'
import {
  type LetterRef,
  type LetterState,
  lockLetter,
  type OpenLetterRefusal,
  openLetter,
  type RequestLetter,
} from './letter.js'
import { takeArrival } from './letter-steps.js'
import { type DayRefusal, refuseDay } from './send-letter.js'
import { writeLetter } from './write-letter.js'

/** What became of a letter that was sent. */
type ServiceOutcome = 'served' | 'returned' | 'noticed'

export type RecordService = LetterRef & {
  readonly outcome: ServiceOutcome
  readonly on: LocalDate
  /** Who signed; why it came back; where the notice was put up. */
  readonly note: string
}

export type RecordServiceRefusal =
  | OpenLetterRefusal
  | StepRefusal
  | DayRefusal
  | Refusal<'letter.reason-missing'>

type OutcomeSpec = { readonly from: readonly LetterState[]; readonly name: string }

// biome-ignore format: table
const OUTCOMES: Readonly<Record<ServiceOutcome, OutcomeSpec>> = {
  served:   { from: ['sent', 'noticed'], name: 'requestLetterServed' },
  returned: { from: ['sent'],            name: 'requestLetterCameBack' },
  noticed:  { from: ['returned'],        name: 'requestLetterNoticed' },
}

/** 送达情况: that a letter reached whom it is for, that the post brought it back, that it was made known by public notice. */
export async function recordService(
  platform: Platform,
  actor: Actor,
  { outcome, on, note, ...ref }: RecordService,
): Promise<Result<RequestLetter, RecordServiceRefusal>> {
  return transact<Result<RequestLetter, RecordServiceRefusal>>(platform, actor, async (work) => {
    const { tx } = work
    const allowed = await allowOnRequest(tx, actor, 'request.handle', ref.requestId)
    if (!allowed.ok) return allowed
    const request = await lockRequest(tx, ref.requestId)
    const { from, name } = OUTCOMES[outcome]
    const locked = await lockLetter(tx, ref, from)
    if (!locked.ok) return locked
    const { letter } = locked.value
    const earliest = letter.noticedOn ?? letter.returnedOn ?? letter.sentOn
    const refused = note.trim() ? refuseDay(on, earliest, today(platform)) : NO_REASON
    if (refused) return refused
    const opened = { ...locked.value, as: allowed.value }
    if (outcome === 'served') {
      const taken = await takeArrival(work, platform, actor.personId, opened, request, on)
      if (!taken.ok) return taken
    }
    const change = { [`${outcome}_on` as const]: on }
    const done = { name, state: outcome, note: note.trim(), on, change, detail: { on } }
    return ok(await writeLetter(work, platform, actor.personId, opened, done))
  })
}

export type DiscardLetterRefusal = OpenLetterRefusal | Refusal<'letter.reason-missing'>

/** 作废: a letter that is not sent is given up, with the reason. A number that it had stays used. */
export async function discardLetter(
  platform: Platform,
  actor: Actor,
  { reason, ...ref }: LetterRef & { readonly reason: string },
): Promise<Result<RequestLetter, DiscardLetterRefusal>> {
  return transact<Result<RequestLetter, DiscardLetterRefusal>>(platform, actor, async (work) => {
    const states = ['draft', 'inReview', 'approved'] as const
    const opened = await openLetter(work.tx, actor, 'request.handle', ref, states)
    if (!opened.ok) return opened
    if (!reason.trim()) return NO_REASON
    const done = {
      name: 'requestLetterDiscarded',
      state: 'discarded',
      note: reason.trim(),
    } as const
    return ok(await writeLetter(work, platform, actor.personId, opened.value, done))
  })
}
