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

/** The files of one sender, which are to be announced. */
export type ComingFiles = { readonly files: readonly NewFile[]; readonly sender: FileSender | null }

/** Nothing, or which limit was reached. */
export type Announced = Result<null, KeepFilesRefusal>

/**
 * Puts files of a request into the store. They are announced before, so that what no request comes to name is swept (`sweep-files.ts`): the process may end between any two of
 * these steps. `sender` is null where the desk adds them; whoever sends by the portal is held to the limits. `announce` is {@link announceFiles} for one of many.
 */
export async function keepRequestFiles(
  platform: Platform,
  store: Pick<GuardedStore, 'put' | 'inspect'>,
  sent: readonly SentRequestFile[],
  sender: FileSender | null,
  announce: (coming: ComingFiles) => Promise<Announced> = (coming) => alone(platform, coming),
): Promise<Result<readonly NewFile[], KeepFilesRefusal>> {
  const closed: SealedFile[] = []
  for (const file of sent) {
    const one = await sealRequestFile(platform, store, file)
    if (!one.ok) return one
    closed.push(one.value)
  }
  if (closed.length === 0) return ok([])
  const files = closed.map(({ file }) => file)
  const announced = await announce({ files, sender })
  if (!announced.ok) return announced
  for (const { sealed } of closed) await store.put(sealed)
  return ok(files)
}

async function alone(platform: Platform, coming: ComingFiles): Promise<Announced> {
  const [answer] = await announceFiles(platform, [coming])
  if (!answer) throw new Error('files were announced and not answered')
  return answer
}

/** Writes down what several send before any of it is stored: each has an answer of his own, in their order. */
export async function announceFiles(
  platform: Platform,
  lot: readonly ComingFiles[],
): Promise<readonly Announced[]> {
  const rows = lot.map(({ files, sender }, no) => ({
    no,
    sender: sender && digestOf(platform, sender),
    authority: sender?.authorityId ?? null,
    files: files.map(({ digest, bytes }) => ({ digest, bytes })),
  }))
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows: answers } = await sql<{ no: number; reached: keyof typeof FULL | null }>`
      select no, reached from announce_files(${JSON.stringify(rows)}::json, ${platform.now()}, ${MOST_OF_SENDER},
        ${MOST_UNCONFIRMED})`.execute(tx)
    return ok(new Map(answers.map(({ no, reached }) => [no, reached])))
  })
  return lot.map((_, no) => {
    const reached = value.get(no)
    return reached ? FULL[reached] : ok(null)
  })
}

/** Another one every day: from where somebody sent stays known to nobody. */
function digestOf(platform: Platform, { address }: FileSender): string {
  const { bytes } = platform.key
  return createHmac('sha256', bytes)
    .update(`files of ${address} ${today(platform)}`)
    .digest('hex')
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
