import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import { named } from '../authorities/named.js'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'

/** An authority with the years on which a report of it is public, newest first. */
export type FoundAuthority = {
  readonly authority: string
  readonly address: string
  readonly years: readonly number[]
}

/** So many are shown; whoever finds more writes more of the name. */
const MOST = 50

/** The authorities that were ever asked for a report and whose name, short name or former name holds `words`, in the order of the tree, at most 50. */
export async function searchAuthorities(
  platform: Platform,
  words: string,
): Promise<readonly FoundAuthority[]> {
  const { tenantId } = platform
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<FoundAuthority>`
      select a.name as authority,
        case when a.dissolved_on is null then a.name else a.id::text end as address,
        array(select r.report_year from annual_report r where r.tenant_id = a.tenant_id and r.authority_id = a.id
          and r.state = 'published' order by 1 desc) as years
      from authority a
      where a.tenant_id = ${tenantId} and ${await named(tx, words)}
        and exists (select from asked_of(a.id))
      order by a.place limit ${MOST}`.execute(tx)
    return ok(rows)
  })
  return value
}
