import { ok, type Refusal, type Result, refuse, yearOf } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../../context.js'
import type { Action } from '../../rights/rights.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { holdMaterials } from '../materials/attached.js'
import { allowOnRequest } from '../request.js'
import { type IssueRefusal, issueLetter, withFindings } from './issue-letter.js'
import {
  type LetterApprover,
  type LetterRef,
  lockLetter,
  type OpenedLetter,
  type OpenLetterRefusal,
  openLetter,
  type RequestLetter,
} from './letter.js'
import { mustJudge } from './word-letter.js'
import { codeOf, contentOf, wordedOf } from './worded.js'
import { writeLetter } from './write-letter.js'

export type SubmitLetterRefusal = OpenLetterRefusal | IssueRefusal

/** 送审: what is wrong with it is mended or explained. A paper that nobody must consent to is ready with it. */
export async function submitLetter(
  platform: Platform,
  actor: Actor,
  ref: LetterRef,
): Promise<Result<RequestLetter, SubmitLetterRefusal>> {
  return transact<Result<RequestLetter, SubmitLetterRefusal>>(platform, actor, async (work) => {
    const opened = await openLetter(work.tx, actor, 'request.handle', ref, ['draft'])
    if (!opened.ok) return opened
    const { row, letter } = opened.value
    // What goes with it stays as it is now until it comes back from those who consent.
    await holdMaterials(work.tx, letter.requestId)
    const code = await codeOf(work.tx, row, contentOf(platform, row))
    if (!code.ok) return code
    const on = today(platform)
    // The number is given with the last consent; what is checked here is all but that.
    const documentNumber = code.value ? { code: code.value, year: yearOf(on), no: 1 } : null
    const worded = await wordedOf(work.tx, platform, row, { on, documentNumber })
    const open = mustJudge(worded.findings)
    if (open.length > 0) return withFindings(letter, open)
    if (letter.needs.length === 0) return issueLetter(work, platform, actor, opened.value, null)
    const done = { name: 'requestLetterSubmitted', state: 'inReview', note: null } as const
    return ok(await writeLetter(work, platform, actor.personId, opened.value, done))
  })
}

export type ApproveLetterRefusal = OpenLetterRefusal | IssueRefusal | Refusal<'letter.own-work'>

/** 审批: the next of those who must consent does. With the last the letter has its number and its date. Nobody consents to what he worded. */
export async function approveLetter(
  platform: Platform,
  actor: Actor,
  { opinion, ...ref }: LetterRef & { readonly opinion: string | null },
): Promise<Result<RequestLetter, ApproveLetterRefusal>> {
  return transact<Result<RequestLetter, ApproveLetterRefusal>>(platform, actor, async (work) => {
    const { tx } = work
    const opened = await openInReview(tx, actor, ref)
    if (!opened.ok) return opened
    const { role, isLast, ...given } = opened.value
    const { id, authorityId, round, writers } = given.letter
    if (writers.includes(actor.personId)) return OWN_WORK
    await tx
      .insertInto('request_letter_approval')
      .values({
        ...{ tenant_id: platform.tenantId, letter_id: id, round, role, authority_id: authorityId },
        ...{ person_id: actor.personId, approved_at: platform.now() },
      })
      .execute()
    if (isLast) return issueLetter(work, platform, actor, given, opinion)
    return ok(
      await writeLetter(work, platform, actor.personId, given, {
        ...{ name: 'requestLetterAgreed', state: 'inReview', note: opinion },
        detail: { role },
      }),
    )
  })
}

export type ReturnLetterRefusal = OpenLetterRefusal | Refusal<'letter.reason-missing'>

/** 退回修改: whoever is to consent next gives it back with the reason. All consent anew afterwards. */
export async function returnLetter(
  platform: Platform,
  actor: Actor,
  { reason, ...ref }: LetterRef & { readonly reason: string },
): Promise<Result<RequestLetter, ReturnLetterRefusal>> {
  return transact<Result<RequestLetter, ReturnLetterRefusal>>(platform, actor, async (work) => {
    const opened = await openInReview(work.tx, actor, ref)
    if (!opened.ok) return opened
    if (!reason.trim()) return NO_REASON
    const { letter } = opened.value
    return ok(
      await writeLetter(work, platform, actor.personId, opened.value, {
        ...{ name: 'requestLetterReturned', state: 'draft', note: reason.trim() },
        change: { round: letter.round + 1 },
      }),
    )
  })
}

const ACTIONS: Readonly<Record<LetterApprover, Action>> = {
  secrecyReviewer: 'letter.secrecy',
  disclosureHead: 'letter.agree',
  leader: 'letter.sign',
}

type InReview = OpenedLetter & { readonly role: LetterApprover; readonly isLast: boolean }

/** A letter for the next of those who must consent to it. */
async function openInReview(
  tx: Transaction<Schema>,
  actor: Actor,
  ref: LetterRef,
): Promise<Result<InReview, OpenLetterRefusal>> {
  const readable = await allowOnRequest(tx, actor, 'letter.read', ref.requestId)
  if (!readable.ok) return readable
  const locked = await lockLetter(tx, ref, ['inReview'])
  if (!locked.ok) return locked
  const { id, round, needs } = locked.value.letter
  const given = await tx
    .selectFrom('request_letter_approval')
    .select('role')
    .where('letter_id', '=', id)
    .where('round', '=', round)
    .execute()
  const [role, next] = needs.filter((need) => given.every((one) => one.role !== need))
  if (role === undefined) throw new Error(`letter ${id} waits for nobody`)
  const allowed = await allowOnRequest(tx, actor, ACTIONS[role], ref.requestId)
  if (!allowed.ok) return allowed
  const as: Holding = allowed.value
  return ok({ ...locked.value, as, role, isLast: next === undefined })
}

export const NO_REASON = refuse('letter.reason-missing', '请写明原因，它留在这份文书的办理经过里。')
const OWN_WORK = refuse(
  'letter.own-work',
  '您拟制或者修改过这份文书，不能由本人审批。请由其他有审批职责的人员办理。',
)
