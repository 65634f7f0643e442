import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import pg from 'pg'
import { type Actor, type Platform, today } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { type FeeRefusal, refuseFee } from '../fees/reckon-fee.js'
import {
  allowOnRequest,
  findUnerased,
  type RequestErased,
  type RequestFile,
  type RequestNotFound,
} from '../request.js'
import { type AnewRefusal, type AnewStated, anewColumns, anewDetail } from './anew.js'
import { type LetterContent, sealLetter } from './content.js'
import {
  type Anew,
  type LetterRef,
  type OpenLetterRefusal,
  openLetter,
  type RequestLetter,
  toLetter,
} from './letter.js'
import {
  type Drafted,
  type DraftedKind,
  isOpenFor,
  type KindRefusal,
  kindOf,
  REQUEST_CLOSED,
} from './letter-kind.js'

/** What whoever drafts writes; the rest is made from the register. */
export type LetterDraft = Omit<LetterContent, 'applicants'> & {
  readonly drafted: Drafted
  /** Of a decision after one was sent: why, and on whose order. It stays as it was drafted. */
  readonly anew?: AnewStated | null
}

type DraftedRefusal =
  | FeeRefusal
  | KindRefusal
  | RequestNotFound
  | RequestErased
  | Refusal<'requests.not-received' | 'letter.request-closed'>

export type DraftLetterRefusal =
  | RightRefusal
  | DraftedRefusal
  | AnewRefusal
  | Refusal<'letter.decision-exists'>

/** 拟制文书: the decision on a request, which selects its letter, or a notice of its course. */
export async function draftLetter(
  platform: Platform,
  actor: Actor,
  { requestId, draft }: { readonly requestId: string; readonly draft: LetterDraft },
): Promise<Result<RequestLetter, DraftLetterRefusal>> {
  return onceDecided(() =>
    transact<Result<RequestLetter, DraftLetterRefusal>>(platform, actor, async (work) => {
      const { tx, record } = work
      const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const anew = draft.anew ? await anewColumns(tx, requestId, draft.anew) : ok(null)
      if (!anew.ok) return anew
      const made = await draftedOf(tx, platform, requestId, draft, anew.value?.anew ?? null)
      if (!made.ok) return made
      const { request, kind, content } = made.value
      const id = randomUUIDv7()
      const entry = {
        state: 'draft',
        on: today(platform),
        by: actor.personId,
        note: draft.anew?.reason ?? null,
      } as const
      const row = await tx
        .insertInto('request_letter')
        .values({
          ...{ tenant_id: platform.tenantId, id, request_id: requestId, ...kind, ...anew.value },
          ...{ authority_id: request.authorityId, writers: [actor.personId] },
          content: sealLetter(platform, id, 'content', content),
          course: sealLetter(platform, id, 'course', [entry]),
          drafted_at: platform.now(),
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      record({
        as: allowed.value,
        name: 'requestLetterDrafted',
        subject: { kind: 'request', id: requestId },
        authorityId: request.authorityId,
        detail: { letterId: id, kind: kind.kind, grounds: kind.grounds, ...anewDetail(anew.value) },
      })
      return ok(toLetter(row))
    }),
  )
}

export type ChangeLetterRefusal =
  | OpenLetterRefusal
  | DraftedRefusal
  | Refusal<'letter.decision-exists'>

/** 修改拟稿: as long as it is not before those who consent. Whoever changes it has worded it too, and does not consent to it. */
export async function changeLetter(
  platform: Platform,
  actor: Actor,
  { draft, ...ref }: LetterRef & { readonly draft: LetterDraft },
): Promise<Result<RequestLetter, ChangeLetterRefusal>> {
  return onceDecided(() =>
    transact<Result<RequestLetter, ChangeLetterRefusal>>(platform, actor, async (work) => {
      const { tx, record } = work
      const opened = await openLetter(tx, actor, 'request.handle', ref, ['draft'])
      if (!opened.ok) return opened
      const { as, letter, row } = opened.value
      const made = await draftedOf(tx, platform, letter.requestId, draft, letter.anew)
      if (!made.ok) return made
      const { kind, content } = made.value
      const after = await tx
        .updateTable('request_letter')
        .set({
          ...kind,
          writers: [...new Set([...row.writers, actor.personId])],
          content: sealLetter(platform, letter.id, 'content', content),
          version: letter.version + 1,
        })
        .where('id', '=', letter.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      record({
        as,
        name: 'requestLetterChanged',
        subject: { kind: 'request', id: letter.requestId },
        authorityId: letter.authorityId,
        detail: { letterId: letter.id, kind: kind.kind, grounds: kind.grounds },
      })
      return ok(toLetter(after))
    }),
  )
}

/** What a draft is kept as: its kind, and the names of those who ask as they are registered now. */
async function draftedOf(
  tx: Transaction<Schema>,
  platform: Platform,
  requestId: string,
  { drafted, anew: _, ...stated }: LetterDraft,
  anew: Anew | null,
): Promise<
  Result<
    {
      readonly request: RequestFile
      readonly kind: DraftedKind
      readonly content: LetterContent
    },
    DraftedRefusal
  >
> {
  const found = await findUnerased(tx, requestId)
  if (!found.ok) return found
  const request = found.value
  if (request.receivedOn === null) return NOT_RECEIVED
  const kind = kindOf(request, drafted, stated.details)
  if (!kind.ok) return kind
  const isOpen = isOpenFor(request, kind.value, anew)
  if ((kind.value.decides && !isOpen) || (anew && !kind.value.decides)) return REQUEST_CLOSED
  const { fee } = stated.details
  const wrong =
    kind.value.kind === 'feeNotice' && fee
      ? await refuseFee(tx, request, fee, today(platform))
      : null
  if (wrong) return wrong
  const people = await tx
    .selectFrom('request_person')
    .select('name')
    .where('request_id', '=', requestId)
    .where('part', '=', 'applicant')
    .orderBy('place')
    .execute()
  const applicants = people.flatMap(({ name }) => name ?? [])
  return ok({ request, kind: kind.value, content: { ...stated, applicants } })
}

const TAKEN = '23505'

/** Two who decide at the same time: the second is told of the first. */
async function onceDecided<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (thrown) {
    const isTaken =
      thrown instanceof pg.DatabaseError &&
      thrown.code === TAKEN &&
      thrown.constraint === 'request_letter_decision'
    if (isTaken) return DECISION_EXISTS
    throw thrown
  }
}

const DECISION_EXISTS = refuse(
  'letter.decision-exists',
  '这件申请已经有一份决定文书。需要改变决定的，请修改那份文书，或者将其作废后重新登记。',
)
const NOT_RECEIVED = refuse(
  'requests.not-received',
  '收到申请之日还没有确定，不能拟制文书。请先与申请人确认收到。',
)
