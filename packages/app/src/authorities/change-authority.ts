import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { Authority, AuthorityDetails } from './authority.js'
import { toAuthority, toColumns } from './authority-row.js'
import { wrongDetails } from './check-details.js'
import { detailsOf, difference, tidy } from './details.js'
import { refuseTaken, type TakenRefusal } from './names.js'
import { type NumberSeries, type SeriesRefusal, seriesOf, setSeries } from './number-series.js'
import { refuseRank } from './rank.js'
import { type AuthorityRef, lockRegister, type OpenRefusal, openAt } from './register.js'

export type ChangeAuthority = AuthorityRef & {
  /** What is corrected. A name here is a slip of the pen put right: a new name is `renameAuthority`. */
  readonly details: Partial<AuthorityDetails>
  /** All number series from today on; absent, they stay. */
  readonly series?: readonly NumberSeries[]
  readonly reason?: string
}

export type ChangeRefusal = OpenRefusal | TakenRefusal | SeriesRefusal | Refusal<'authority.wrong'>

/** Corrects what is registered of an authority. Where nothing differs nothing is written. */
export async function changeAuthority(
  platform: Platform,
  actor: Actor,
  { details, series, reason, ...ref }: ChangeAuthority,
): Promise<Result<Authority, ChangeRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    await lockRegister(tx, platform)
    const opened = await openAt(tx, actor, 'authority.change', ref)
    if (!opened.ok) return opened
    const { as, authority } = opened.value
    const before = await seriesOf(tx, authority.id)
    const where = { tenantId: platform.tenantId, authorityId: authority.id, day: today(platform) }
    const set = await setSeries(tx, where, series ?? before)
    if (!set.ok) return set
    const after = tidy({ ...detailsOf(authority), ...details })
    const changes = difference(authority, after)
    if (changes.keys.length === 0 && !set.value) return ok(authority)
    const written = await writeDetails(tx, platform, authority, after)
    if (!written.ok) return written
    record({
      as,
      name: 'authorityChanged',
      subject: { kind: 'authority', id: authority.id },
      authorityId: authority.id,
      ...(reason && { reason }),
      detail: {
        before: { ...changes.before, ...(set.value && { series: before }) },
        after: { ...changes.after, ...(set.value && { series }) },
      },
    })
    return written
  })
}

/** New details of an authority, after they are checked, as its next version. */
export async function writeDetails(
  tx: Transaction<Schema>,
  platform: Platform,
  { id, version, parentId }: Pick<Authority, 'id' | 'version' | 'parentId'>,
  details: AuthorityDetails,
): Promise<Result<Authority, TakenRefusal | Refusal<'authority.wrong'>>> {
  const wrong = wrongDetails(details, today(platform))
  if (wrong.length > 0) return refuse('authority.wrong', wrong.join(''))
  const inRank = parentId === null ? ok(null) : await refuseRank(tx, details, parentId)
  if (!inRank.ok) return inRank
  const free = await refuseTaken(tx, details, id)
  if (!free.ok) return free
  const row = await tx
    .updateTable('authority')
    .set({ ...toColumns(details), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return ok(toAuthority(row))
}
