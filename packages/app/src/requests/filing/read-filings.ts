import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { FileStore } from '../../storage/file-store.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import { type KeptFile, openRequestFile } from '../request-files.js'
import { type FilingState, unsealFiling } from './filing.js'

type CaseFile = Pick<KeptFile, 'name' | 'bytes' | 'sha256'>

/** A version of a filed case, without its content. */
export type FilingView = {
  readonly no: number
  readonly state: FilingState
  readonly askedAt: Date
  readonly jobId: string
  readonly filedOn: LocalDate | null
  /** Something was added to the case since. */
  readonly isOutdated: boolean
  readonly printed: CaseFile | null
  readonly packed: CaseFile | null
  /** What could not be printed, or why nothing was made. */
  readonly problems: readonly string[]
}

/** The versions of the case of a request, the newest first. */
export async function listFilings(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly FilingView[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly FilingView[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const rows = await tx
        .selectFrom('request_filing')
        .selectAll()
        .where('request_id', '=', requestId)
        .orderBy('no', 'desc')
        .execute()
      return ok(
        rows.map((row) => {
          const result = unsealFiling(platform, row, 'result')
          const problems = result && !result.ok ? [result.message] : (result?.problems ?? [])
          return {
            ...{ no: row.no, state: row.state, askedAt: row.asked_at, filedOn: row.filed_on },
            ...{ isOutdated: row.outdated, jobId: row.job_id, problems },
            printed: result?.ok ? told(result.printed) : null,
            packed: result?.ok ? told(result.packed) : null,
          }
        }),
      )
    },
  )
}

function told({ name, bytes, sha256 }: KeptFile): CaseFile {
  return { name, bytes, sha256 }
}

export type ReadFiling = {
  readonly requestId: string
  readonly no: number
  readonly which: 'printed' | 'packed'
}

/** A filed case to take away: as one document, or as its originals. It names who asks, so that each reading is recorded. */
export async function readFiling(
  platform: Platform,
  actor: Actor,
  { requestId, no, which }: ReadFiling,
  files: Pick<FileStore, 'get'>,
): Promise<
  Result<
    { readonly file: KeptFile; readonly content: Buffer },
    RightRefusal | RequestNotFound | Refusal<'filing.not-found'>
  >
> {
  const found = await transact<
    Result<KeptFile, RightRefusal | RequestNotFound | Refusal<'filing.not-found'>>
  >(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOnRequest(tx, actor, 'applicant.read', requestId)
    if (!allowed.ok) return allowed
    const row = await tx
      .selectFrom('request_filing')
      .selectAll()
      .where('request_id', '=', requestId)
      .where('no', '=', no)
      .executeTakeFirst()
    const result = row && unsealFiling(platform, row, 'result')
    if (!result?.ok) return NO_FILING
    record({
      ...{ as: allowed.value, name: 'requestFilingRead', authorityId: row?.authority_id ?? null },
      subject: { kind: 'request', id: requestId },
      detail: { no, which },
    })
    return ok(result[which])
  })
  if (!found.ok) return found
  return ok({ file: found.value, content: await openRequestFile(platform, files, found.value) })
}

const NO_FILING = refuse('filing.not-found', '没有这一份案卷，或者还没有生成。请刷新后重新选择。')
