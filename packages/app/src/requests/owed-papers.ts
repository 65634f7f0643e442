import {
  CLOCK_STEPS,
  type ClockStep,
  LETTERS,
  type LetterKind,
  OWED_PAPERS,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type OpenRefusal, openRequest, type RequestFile, type RequestRef } from './request.js'
import { writeRequest } from './write-request.js'

/** A step of which the applicant has not been told, and the paper that tells it. */
export type OwedPaper = {
  readonly no: number
  readonly step: ClockStep
  readonly kind: LetterKind
  readonly message: string
}

/** The papers that are still to be sent on a request, or on which it is to be said why none is. */
export async function owedPapers(
  tx: Transaction<Schema>,
  { id, authorityId }: Pick<RequestFile, 'id' | 'authorityId'>,
): Promise<readonly OwedPaper[]> {
  const { rows } = await sql<{ no: number; step: ClockStep }>`
    select s.no, s.step from request_step s join steps_owing(${authorityId}) o on o.request_id = s.request_id and o.no = s.no
      where s.request_id = ${id} order by s.no`.execute(tx)
  return rows.flatMap(({ no, step }) => {
    const kind = OWED_PAPERS[step.name]
    if (!kind) return []
    const message = `“${CLOCK_STEPS[step.name].title}”已经登记，还没有送出《${LETTERS[kind].title}》。请拟制并送出，或者注明不发的理由。`
    return [{ no, step, kind, message }]
  })
}

/** The step that a letter of `kind` tells after it was recorded by itself; null where there is none. */
export async function toldLater(
  tx: Transaction<Schema>,
  request: Pick<RequestFile, 'id' | 'authorityId'>,
  kind: LetterKind,
): Promise<OwedPaper | null> {
  const owed = await owedPapers(tx, request)
  return owed.findLast((one) => one.kind === kind) ?? null
}

export type LeaveUnpapered = RequestRef & { readonly no: number; readonly reason: string }

export type LeaveUnpaperedRefusal = OpenRefusal | Refusal<'step.not-owing' | 'step.no-reason'>

/** 注明不发文书的理由: of a step whose paper is not sent from here, because it was told otherwise or must not be told. */
export async function leaveUnpapered(
  platform: Platform,
  actor: Actor,
  { no, reason, ...ref }: LeaveUnpapered,
): Promise<Result<RequestFile, LeaveUnpaperedRefusal>> {
  return transact<Result<RequestFile, LeaveUnpaperedRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, 'request.handle', ref)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      if (!reason.trim()) return NO_REASON
      const owed = (await owedPapers(tx, request)).find((one) => one.no === no)
      if (!owed) return NOT_OWING
      await tx
        .updateTable('request_step')
        .set({
          ...{ unpapered_reason: reason.trim(), unpapered_by: actor.personId },
          unpapered_at: platform.now(),
        })
        .where('request_id', '=', request.id)
        .where('no', '=', no)
        .execute()
      record({
        ...{ as, name: 'requestStepUnpapered', subject: { kind: 'request', id: request.id } },
        // The reason stands with the step: it may name somebody, and the record is read by others.
        authorityId: request.authorityId,
        detail: { no, kind: owed.kind },
      })
      return ok(await writeRequest(tx, request, {}))
    },
  )
}

const NO_REASON = refuse('step.no-reason', '请写明不发文书的理由，例如已经以其他方式书面告知。')
const NOT_OWING = refuse(
  'step.not-owing',
  '这个步骤的文书已经送出，或者已经注明理由。请刷新后查看。',
)
