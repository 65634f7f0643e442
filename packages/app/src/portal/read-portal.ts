import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'

/** One report year: how many authorities were asked, and how many reports are public now. */
export type PortalYear = {
  readonly year: number
  readonly asked: number
  readonly published: number
}

export type Portal = {
  /** 地区名称. */
  readonly region: string
  /** Whether the region was invented to be looked at. */
  readonly demonstration: boolean
  /** Years in which anything was asked, newest first. */
  readonly years: readonly PortalYear[]
}

/** What everybody sees first: the region and its years. */
export async function readPortal(platform: Platform): Promise<Portal> {
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { name, demonstration } = await tx
      .selectFrom('tenant')
      .select(['name', 'demonstration'])
      .where('tenant_id', '=', platform.tenantId)
      .executeTakeFirstOrThrow()
    const { rows } = await sql<PortalYear>`
      select report_year as year, asked, published from public_years() where asked > 0 order by report_year desc`.execute(
      tx,
    )
    return ok({ region: name, demonstration, years: rows })
  })
  return value
}
