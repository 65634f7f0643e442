import { createHmac } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import { type Platform, today } from '../context.js'
import type { GuardedStore } from '../storage/file-store-guard.js'
import { transact } from '../storage/transact.js'
import type { NewFile } from './add-request.js'
import {
  type KeepRefusal,
  type SealedFile,
  type SentRequestFile,
  sealRequestFile,
} from './request-files.js'

/** Whom an applicant sends files to, and where from: both have limits. */
export type FileSender = { readonly authorityId: string; readonly address: string }

export type KeepFilesRefusal =
  | KeepRefusal
  | Refusal<'requests.sender-full' | 'requests.authority-full'>

/** Of one address and day: a school of three hundred with six megabytes each. */
const MOST_OF_SENDER = 2_000_000_000

/** Of one authority, as long as nobody has confirmed the requests: a thousand of the ordinary ones. */
const MOST_UNCONFIRMED = 5_000_000_000

/**
 * Puts files of a request into the store. They are announced before, so that what no request comes to name is swept (`sweep-files.ts`): the process may end between any two of
 * these steps. `sender` is null where the desk adds them; whoever sends by the portal is held to the limits.
 */
export async function keepRequestFiles(
  platform: Platform,
  store: Pick<GuardedStore, 'put' | 'inspect'>,
  files: readonly SentRequestFile[],
  sender: FileSender | null,
): Promise<Result<readonly NewFile[], KeepFilesRefusal>> {
  const closed: SealedFile[] = []
  for (const file of files) {
    const one = await sealRequestFile(platform, store, file)
    if (!one.ok) return one
    closed.push(one.value)
  }
  if (closed.length === 0) return ok([])
  const announced = await announce(
    platform,
    closed.map(({ file }) => file),
    sender,
  )
  if (!announced.ok) return announced
  for (const { sealed } of closed) await store.put(sealed)
  return ok(closed.map(({ file }) => file))
}

async function announce(
  platform: Platform,
  files: readonly NewFile[],
  sender: FileSender | null,
): Promise<Result<null, KeepFilesRefusal>> {
  const rows = JSON.stringify(files.map(({ digest, bytes }) => ({ digest, bytes })))
  return transact<Result<null, KeepFilesRefusal>>(platform, null, async ({ tx }) => {
    const { rows: answers } = await sql<{ full: 'sender' | 'authority' | null }>`
      select announce_files(${rows}::json, ${platform.now()}, ${sender && digestOf(platform, sender)}, ${MOST_OF_SENDER},
        ${sender?.authorityId ?? null}, ${MOST_UNCONFIRMED}) as full`.execute(tx)
    const full = answers[0]?.full ?? null
    return full === null ? ok(null) : FULL[full]
  })
}

/** Another one every day: from where somebody sent stays known to nobody. */
function digestOf(platform: Platform, { address }: FileSender): Buffer {
  const { bytes } = platform.key
  return createHmac('sha256', bytes)
    .update(`files of ${address} ${today(platform)}`)
    .digest()
}

const FULL = {
  sender: refuse(
    'requests.sender-full',
    '从这个网络提交的附件今天已达上限，本次没有提交。请明天再提交，或者减少附件的大小；期限紧迫的，请当面提交或者邮寄。',
  ),
  authority: refuse(
    'requests.authority-full',
    '这个机关待确认的网上申请附件已达上限，本次没有提交。请过一个工作日再提交，或者当面提交、邮寄。',
  ),
}
