import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { FileStore } from '../../storage/file-store.js'
import { transact } from '../../storage/transact.js'
import { tellableReason } from '../masking.js'
import { allowOnRequest, findRequest, type RequestNotFound } from '../request.js'
import { refuseProof } from '../secret.js'
import { type Gathered, gatherOwnData, withDigests } from './gather-own-data.js'
import type { OwnData } from './own-data.js'

export type GiveOwnData = {
  readonly requestId: string
  /** Which of those who ask, by his place. */
  readonly place: number
  /** Which proof of identity was shown, and by whom. */
  readonly proof: string
}

export type GiveRefusal =
  | RightRefusal
  | RequestNotFound
  | Refusal<'requests.identity-missing' | 'requests.people-erased'>

/** 提供本人信息: whoever comes to the counter and proves himself is given what is kept of him; the record says which proof was shown (个人信息保护法第四十五条第一款). */
export async function giveOwnData(
  platform: Platform,
  actor: Actor,
  { requestId, place, proof }: GiveOwnData,
  files: Pick<FileStore, 'get'>,
): Promise<Result<OwnData, GiveRefusal>> {
  const found = await transact<Result<Gathered, GiveRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allowOnRequest(tx, actor, 'applicant.read', requestId)
      if (!allowed.ok) return allowed
      const wrong = refuseProof(proof)
      if (wrong) return wrong
      const request = await findRequest(tx, requestId)
      if (!request.ok) return request
      const isHim = (_: unknown, no: number) => no === place
      const gathered = await gatherOwnData(tx, platform, request.value, isHim)
      if (!gathered) return GONE
      record({
        ...{ as: allowed.value, name: 'ownDataGiven', authorityId: request.value.authorityId },
        subject: { kind: 'request', id: requestId },
        reason: await tellableReason(tx, requestId, proof.trim()),
        detail: { place },
      })
      return ok(gathered)
    },
  )
  return found.ok ? ok(await withDigests(platform, files, found.value)) : found
}

const GONE = refuse(
  'requests.people-erased',
  '没有登记这一位申请人，或者其个人信息已依规清除，没有可以提供的内容。请刷新后核对。',
)
