import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { type NameRefusal, refuseNames, tidyName } from '../names/tidy-name.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'

/** What the register belongs to. */
export type RegionFile = {
  readonly name: string
  /** 行政区划代码: 6, 9 or 12 digits. */
  readonly regionCode: string | null
  readonly version: number
}

export type ChangeRegion = RegionFile & { readonly reason: string }

/** Somebody else was faster: what stands now goes with it. */
export type RegionChanged = Refusal<'region.changed'> & { readonly present: RegionFile }

/** The region as everybody may read it. */
export async function getRegion(
  platform: Platform,
  actor: Actor | null,
): Promise<Result<RegionFile, never>> {
  return transact(platform, actor, async ({ tx }) => ok(await region(tx).executeTakeFirstOrThrow()))
}

/** Gives the region another name or code. For the administrators at its root; what is published bears the new name at once. */
export async function changeRegion(
  platform: Platform,
  actor: Actor,
  { version, reason, ...given }: ChangeRegion,
): Promise<
  Result<RegionFile, RightRefusal | RegionChanged | NameRefusal | Refusal<'region.same'>>
> {
  return transact(platform, actor, async ({ tx, record }) => {
    const root = await rootOf(tx)
    const allowed = await allow(tx, actor, 'region.change', root)
    if (!allowed.ok) return allowed
    const after = { name: tidyName(given.name), regionCode: given.regionCode?.trim() || null }
    const wrong = refuseNames([['地区名称', after.name]])
    if (wrong) return wrong
    // Two who change it go one after the other.
    const { version: at, ...before } = await region(tx).forNoKeyUpdate().executeTakeFirstOrThrow()
    if (at !== version) return changed({ ...before, version: at })
    if (before.name === after.name && before.regionCode === after.regionCode) return SAME
    await tx
      .updateTable('tenant')
      .set({ name: after.name, region_code: after.regionCode, version: version + 1 })
      .executeTakeFirstOrThrow()
    record({
      as: allowed.value,
      name: 'regionChanged',
      subject: { kind: 'region', id: platform.tenantId },
      authorityId: root,
      reason,
      detail: { before, after },
    })
    return ok({ ...after, version: version + 1 })
  })
}

function region(tx: Transaction<Schema>) {
  return tx.selectFrom('tenant').select(['name', 'region_code as regionCode', 'version'])
}

async function rootOf(tx: Transaction<Schema>): Promise<string> {
  const { id } = await tx
    .selectFrom('authority')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

function changed(present: RegionFile): { readonly ok: false; readonly refusal: RegionChanged } {
  const message = `地区信息已由他人更改，现在是“${present.name}”，本次没有保存。请对照后重新提交。`
  return { ok: false, refusal: { code: 'region.changed', message, present } }
}

const SAME = refuse('region.same', '与登记的相同，没有需要更改的内容。')
