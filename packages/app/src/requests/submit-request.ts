import { ok, refuse } from '@gongkai/law'
import pg from 'pg'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { maskedName } from './applicant.js'
import { type Answer, type Form, handIn, type SubmitRequest } from './hand-in.js'
import { type RequestFile, requests, toRequest } from './request.js'
import { secretHash, secretOfForm } from './secret.js'

const TAKEN = '23505'

/** {@link submitRequests}, of one form. */
export async function submitRequest(platform: Platform, command: SubmitRequest): Promise<Answer> {
  const [answer] = await submitRequests(platform, [command])
  if (!answer) throw new Error('a form was not answered')
  return answer
}

/**
 * 网上提交: nobody in particular asks an authority by its form. The applicant confirms by sending it; it is received once the authority has confirmed too
 * (第三十一条第三项). The same form sent again is answered as the first time; filled in anew, it is refused, so that no request is lost and no secret is told twice.
 * Forms that come together are written together: each has an answer of its own, in their order, and what is refused holds up none of the others.
 */
export async function submitRequests(
  platform: Platform,
  commands: readonly SubmitRequest[],
): Promise<readonly Answer[]> {
  const forms = commands.map((command) => {
    const secret = secretOfForm(platform.key, command.formKey)
    return { command, secret, hash: secretHash(secret) }
  })
  const first = new Map(forms.map((form) => [form.secret, form] as const).toReversed())
  const answers = await handIn(platform, [...first.values()]).catch((thrown: unknown) => {
    if (isTaken(thrown)) return null
    throw thrown
  })
  // One of them came in by another process meanwhile: each for itself, then.
  if (!answers && forms.length > 1)
    return Promise.all(commands.map((command) => submitRequest(platform, command)))
  return Promise.all(
    forms.map(async (form) => {
      const answer = answers?.get(form.secret)
      const isOwn = first.get(form.secret) === form || answer?.ok === false
      return (isOwn && answer) || answerAgain(platform, form)
    }),
  )
}

/** The answer to a form that came in before. */
async function answerAgain(platform: Platform, { command, secret }: Form): Promise<Answer> {
  const sent = await sentBefore(platform, secret)
  if (!sent) throw new Error('a form was neither kept nor kept before')
  return isSame(sent, command) ? ok({ request: sent, secret }) : FORM_USED
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
