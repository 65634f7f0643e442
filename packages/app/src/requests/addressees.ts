import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import { named } from '../authorities/named.js'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'

/** An authority that can be asked: it exists today (第二十七条). */
export type Addressee = {
  readonly id: string
  readonly authority: string
  readonly address: string | null
  readonly phone: string | null
  readonly officeHours: string | null
}

/** So many are shown; whoever finds more writes more of the name. */
const MOST = 50

const columns = sql`a.id, a.name as authority, a.address, a.phone, a.office_hours as "officeHours"`

/** The authorities whose name, short name or former name holds `words`, in the order of the tree, at most 50. */
export async function findAddressees(
  platform: Platform,
  words: string,
): Promise<readonly Addressee[]> {
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<Addressee>`
      select ${columns} from authority a
      where a.tenant_id = ${platform.tenantId} and a.dissolved_on is null and ${await named(tx, words)}
      order by a.place limit ${MOST}`.execute(tx)
    return ok(rows)
  })
  return value
}

/** The existing authorities of these very names, in their order; null where there is none. */
export async function addresseesNamed(
  platform: Platform,
  names: readonly string[],
): Promise<readonly (Addressee | null)[]> {
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<Addressee>`
      select ${columns} from authority a
      where a.tenant_id = ${platform.tenantId} and a.dissolved_on is null and a.name = any(${[...new Set(names)]})`.execute(
      tx,
    )
    return ok(rows)
  })
  const found = new Map(value.map((one) => [one.authority, one]))
  return names.map((name) => found.get(name) ?? null)
}
