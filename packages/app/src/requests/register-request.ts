import { CHANNELS, type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { type AddRefusal, addRequest, type Coming, type NewRequest } from './add-request.js'
import { tellApplicant } from './news/tell-applicant.js'
import { findRequest, type RequestFile } from './request.js'
import { newSecret, secretHash } from './secret.js'

export type RegisterRequest = NewRequest &
  Pick<
    Coming,
    | 'channel'
    | 'arrivedOn'
    | 'applicantConfirmedOn'
    | 'authorityConfirmedOn'
    | 'confirmedHow'
    | 'proof'
  >

/** What the counter hands to the applicant: the receipt with the secret, which is not kept and not shown again. */
export type Registered = { readonly request: RequestFile; readonly secret: string }

export type RegisterRefusal =
  | RightRefusal
  | AddRefusal
  | Refusal<
      | 'requests.authority-ended'
      | 'requests.proof-missing'
      | 'requests.online-only'
      | 'requests.not-found'
    >

/** 登记: a request that came over the counter, by post, fax or e-mail, or was spoken and written down (第二十九条). */
export async function registerRequest(
  platform: Platform,
  actor: Actor,
  command: RegisterRequest,
): Promise<Result<Registered, RegisterRefusal>> {
  return transact<Result<Registered, RegisterRefusal>>(platform, actor, async ({ tx, record }) => {
    const allowed = await allow(tx, actor, 'request.register', command.authorityId)
    if (!allowed.ok) return allowed
    const ended = await tx
      .selectFrom('authority')
      .select('id')
      .where('id', '=', command.authorityId)
      .where('dissolved_on', 'is not', null)
      .executeTakeFirst()
    if (ended) return ENDED
    const refused = refuseComing(command)
    if (refused) return refused
    const secret = newSecret()
    const added = await addRequest(tx, platform, command, {
      ...command,
      secretHash: secretHash(secret),
      registeredBy: actor.personId,
    })
    if (!added.ok) return added
    const found = await findRequest(tx, added.value)
    if (!found.ok) return found
    record({
      as: allowed.value,
      name: 'requestRegistered',
      subject: { kind: 'request', id: added.value },
      authorityId: command.authorityId,
      detail: registeredDetail(found.value),
    })
    const { channel, receivedOn } = found.value
    // Whoever stands at the counter has the receipt in his hand.
    if (receivedOn !== null && channel !== 'inPerson' && channel !== 'oral')
      await tellApplicant(tx, platform, {
        ...{ request: found.value, what: 'received', on: receivedOn, byLetter: false },
      })
    return ok({ request: found.value, secret })
  })
}

const ENDED = refuse(
  'requests.authority-ended',
  '这个机关已经撤销或者并入其他机关，不再受理新的申请。请登记到承接其职权的机关。',
)

/** What the record says of a request that came. */
export function registeredDetail(
  request: RequestFile,
): Readonly<Record<string, LocalDate | string | null>> {
  const { requestNumber, channel, arrivedOn, receivedOn, dueOn, applicantKind } = request
  return { requestNumber, channel, arrivedOn, receivedOn, dueOn, applicantKind }
}

/** The proof of the day of receipt is what a review asks for first. */
export function refuseComing({ channel, proof }: Pick<RegisterRequest, 'channel' | 'proof'>) {
  const spec = CHANNELS[channel]
  if (channel === 'online')
    return refuse('requests.online-only', '网上提交的申请由申请人在门户上填写，不在这里登记。')
  if (spec.rule === 'submitted' || proof?.trim()) return null
  return refuse(
    'requests.proof-missing',
    `请写明“${spec.title}”的收到凭据：${spec.proof}。收到之日据此确定。`,
    spec.source,
  )
}
