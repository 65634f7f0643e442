import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { tellableReason } from './masking.js'
import { type OpenRefusal, openRequest, type RequestFile, type RequestRef } from './request.js'
import { newSecret, refuseProof, secretHash } from './secret.js'
import { writeRequest } from './write-request.js'

export type RenewSecret = RequestRef & {
  /** Which proof of identity was shown, and by whom. */
  readonly proof: string
}

/** 补发查询密码: whoever lost the secret proves himself at the counter and is given another; the former one opens nothing any more. */
export async function renewSecret(
  platform: Platform,
  actor: Actor,
  command: RenewSecret,
): Promise<
  Result<
    { readonly request: RequestFile; readonly secret: string },
    OpenRefusal | Refusal<'requests.identity-missing'>
  >
> {
  return transact<
    Result<
      { readonly request: RequestFile; readonly secret: string },
      OpenRefusal | Refusal<'requests.identity-missing'>
    >
  >(platform, actor, async ({ tx, record }) => {
    const opened = await openRequest(tx, actor, 'request.handle', command)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    const wrong = refuseProof(command.proof)
    if (wrong) return wrong
    const secret = newSecret()
    const after = await writeRequest(tx, request, { secret_hash: secretHash(secret) })
    record({
      as,
      name: 'requestSecretRenewed',
      subject: { kind: 'request', id: request.id },
      authorityId: request.authorityId,
      reason: await tellableReason(tx, request.id, command.proof.trim()),
      detail: { requestNumber: request.requestNumber },
    })
    return ok({ request: after, secret })
  })
}
