import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Platform } from '../../context.js'
import { countTries, type Limit } from '../../sessions/count-try.js'
import type { FileStore } from '../../storage/file-store.js'
import type { Person } from '../applicant.js'
import { asApplicant, type OwnRefusal, type OwnRequest } from '../own-request.js'
import { proofOf } from '../secret.js'
import { type Gathered, gatherOwnData, withDigests } from './gather-own-data.js'
import type { OwnData } from './own-data.js'

export type TakeRefusal = OwnRefusal | Refusal<'requests.identity-unknown'>

/** Of one secret: whoever found a receipt tries no numbers out. */
const PER_SECRET: Limit = { most: 10, minutes: 60 }

/**
 * 查阅、复制本人信息 by number and secret, and by the number of the document by which he was identified: who finds the receipt learns nothing, and of several who ask each sees
 * his own. Each time the record says so (个人信息保护法第四十五条第一款).
 */
export async function takeOwnData(
  platform: Platform,
  own: OwnRequest,
  address: string,
  idNumber: string,
  files: Pick<FileStore, 'get'>,
): Promise<Result<OwnData, TakeRefusal>> {
  const { requestNumber, secretHash } = proofOf(own.requestNumber, own.secret)
  const key = `own data of ${requestNumber} by ${secretHash.toString('hex')}`
  if (await countTries(platform, [{ key, limit: PER_SECRET }])) return TOO_OFTEN
  const wanted = plain(idNumber)
  const found = await asApplicant<Gathered, Refusal<'requests.identity-unknown'>>(
    platform,
    own,
    address,
    async ({ tx, record }, request) => {
      const isHim = (person: Person) => plain(person.idNumber) === wanted
      const gathered = await gatherOwnData(tx, platform, request, isHim)
      if (!gathered) return UNKNOWN
      record({
        ...{ as: null, name: 'ownDataTaken', authorityId: request.authorityId, detail: {} },
        subject: { kind: 'request', id: request.id },
      })
      return ok(gathered)
    },
  )
  return found.ok ? ok(await withDigests(platform, files, found.value)) : found
}

function plain(idNumber: string): string {
  return idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

const UNKNOWN = refuse(
  'requests.identity-unknown',
  '证件号码与登记的不一致，或者个人信息已依规清除。请核对后重新填写；仍然不一致的，请携带身份证明到受理机关当面办理。',
)
const TOO_OFTEN = refuse('tries.too-many', '查阅过于频繁，请在一小时后再试。')
