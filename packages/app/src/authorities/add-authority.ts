import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { Authority, NewAuthority } from './authority.js'
import { toAuthority, toColumns } from './authority-row.js'
import { wrongDetails } from './check-details.js'
import { allDetails, detailsOf } from './details.js'
import { refuseTaken, type TakenRefusal } from './names.js'
import { type NumberSeries, type SeriesRefusal, setSeries } from './number-series.js'
import { refuseRank } from './rank.js'
import { lockRegister, type OpenRefusal, openAuthority } from './register.js'

export type AddAuthority = {
  /** The authority directly above it. */
  readonly parentId: string
  readonly details: NewAuthority
  readonly series?: readonly NumberSeries[]
}

export type AddRefusal = OpenRefusal | TakenRefusal | SeriesRefusal | Refusal<'authority.wrong'>

/** Registers an authority below another. */
export async function addAuthority(
  platform: Platform,
  actor: Actor,
  { parentId, details, series = [] }: AddAuthority,
): Promise<Result<Authority, AddRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    await lockRegister(tx, platform)
    const parent = await openAuthority(tx, actor, 'authority.add', parentId)
    if (!parent.ok) return parent
    const added = await insertAuthority(tx, platform, { parentId, details })
    if (!added.ok) return added
    const { id } = added.value
    const day = today(platform)
    const set = await setSeries(tx, { tenantId: platform.tenantId, authorityId: id, day }, series)
    if (!set.ok) return set
    record({
      as: parent.value.as,
      name: 'authorityAdded',
      subject: { kind: 'authority', id },
      authorityId: id,
      detail: { parentId, details: detailsOf(added.value), series },
    })
    return added
  })
}

/** A row for a new authority, after its details are checked; the right was decided before. */
export async function insertAuthority(
  tx: Transaction<Schema>,
  platform: Platform,
  given: { readonly parentId: string; readonly details: NewAuthority },
): Promise<Result<Authority, TakenRefusal | Refusal<'authority.wrong'>>> {
  const details = allDetails(given.details)
  const wrong = wrongDetails(details, today(platform))
  if (wrong.length > 0) return refuse('authority.wrong', wrong.join(''))
  const inRank = await refuseRank(tx, details, given.parentId)
  if (!inRank.ok) return inRank
  const free = await refuseTaken(tx, details, null)
  if (!free.ok) return free
  const row = await tx
    .insertInto('authority')
    .values({
      tenant_id: platform.tenantId,
      id: randomUUIDv7(),
      parent_id: given.parentId,
      dissolved_on: null,
      ...toColumns(details),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return ok(toAuthority(row))
}
