import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import pg from 'pg'
import { type Platform, today } from '../context.js'
import { NO_AUTHORITY } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { type AddRefusal, addRequest, type NewRequest } from './add-request.js'
import { maskedName } from './applicant.js'
import { registeredDetail } from './register-request.js'
import { findRequest, type RequestFile, requests, toRequest } from './request.js'
import { secretHash, secretOfForm } from './secret.js'

export type SubmitRequest = NewRequest & {
  /** Of chance, given with the form: sent twice it is one request. */
  readonly formKey: string
}

/** What the applicant sees once and may print: number and secret. */
export type Submitted = { readonly request: RequestFile; readonly secret: string }

export type SubmitRequestRefusal =
  | AddRefusal
  | Refusal<'authority.not-found' | 'requests.not-found' | 'requests.form-used'>

const TAKEN = '23505'

/**
 * 网上提交: nobody in particular asks an authority by its form. The applicant confirms by sending it; it is received once the authority has confirmed too
 * (第三十一条第三项). The same form sent again is answered as the first time; filled in anew, it is refused, so that no request is lost and no secret is told twice.
 */
export async function submitRequest(
  platform: Platform,
  command: SubmitRequest,
): Promise<Result<Submitted, SubmitRequestRefusal>> {
  const secret = secretOfForm(platform.key, command.formKey)
  try {
    return await submit(platform, command, secret)
  } catch (thrown) {
    // The same form came in before, or by another connection meanwhile.
    const first = isTaken(thrown) ? await sentBefore(platform, secret) : null
    if (!first) throw thrown
    return isSame(first, command) ? ok({ request: first, secret }) : FORM_USED
  }
}

/** Whether a form asks for what it asked for the first time, as far as that can be seen of the register. */
function isSame(first: RequestFile, { authorityId, applicants, wanted }: SubmitRequest): boolean {
  const one = applicants.people.find(({ part }) => part === 'applicant')
  return (
    first.authorityId === authorityId &&
    first.wanted === wanted.wanted.trim() &&
    first.applicantMasked === maskedName(applicants.kind, one?.name ?? '')
  )
}

const FORM_USED = refuse(
  'requests.form-used',
  '这张表单已经提交过另一件申请，本次填写的还没有提交。请核对内容，重新选择文件后再提交一次。',
)

async function submit(platform: Platform, command: SubmitRequest, secret: string) {
  const proof = { requestNumber: null, secretHash: secretHash(secret) }
  return transact<Result<Submitted, SubmitRequestRefusal>>(
    platform,
    null,
    async ({ tx, record }) => {
      const { authorityId } = command
      const authority = await tx
        .selectFrom('authority')
        .select('id')
        .where('id', '=', authorityId)
        .where('dissolved_on', 'is', null)
        .executeTakeFirst()
      if (!authority) return NO_AUTHORITY
      const day = today(platform)
      const added = await addRequest(tx, platform, command, {
        ...{ channel: 'online', arrivedOn: day, applicantConfirmedOn: day },
        ...{ authorityConfirmedOn: null, confirmedHow: null, proof: null },
        ...{ secretHash: proof.secretHash, registeredBy: null },
      })
      if (!added.ok) return added
      const found = await findRequest(tx, added.value)
      if (!found.ok) return found
      record({
        as: null,
        name: 'requestSubmitted',
        subject: { kind: 'request', id: added.value },
        authorityId,
        detail: registeredDetail(found.value),
      })
      return ok({ request: found.value, secret })
    },
    proof,
  )
}

async function sentBefore(platform: Platform, secret: string): Promise<RequestFile | null> {
  const { value } = await transact(
    platform,
    null,
    async ({ tx }) => {
      const row = await requests(tx).executeTakeFirst()
      return ok(row ? toRequest(row) : null)
    },
    { requestNumber: null, secretHash: secretHash(secret) },
  )
  return value
}

function isTaken(thrown: unknown): boolean {
  return (
    thrown instanceof pg.DatabaseError &&
    thrown.code === TAKEN &&
    thrown.constraint === 'request_secret'
  )
}
