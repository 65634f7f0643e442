import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

/** Where fewer are found, they are looked up; where more are, a walk along the tree soon meets them. */
const FEW = 200

/**
 * The condition on an authority `a` that its name, its short name or a former name holds `part`. What it costs grows with what is found, and not with
 * how many names there are.
 */
export async function named(tx: Transaction<Schema>, part: string): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql<{ ids: readonly string[] | null }>`
    select authorities_named(${part}, ${FEW}) as ids`.execute(tx)
  const ids = rows[0]?.ids ?? null
  if (ids !== null) return sql`a.id = any (${ids}::uuid[])`
  return sql`(strpos(a.name, ${part}) > 0 or strpos(a.short_name, ${part}) > 0
    or exists (select from authority_change f where f.tenant_id = a.tenant_id and f.authority_id = a.id
      and strpos(f.name_before, ${part}) > 0))`
}
