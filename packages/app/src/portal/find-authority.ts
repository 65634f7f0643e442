import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type NoPublicAuthority = Refusal<'public.not-found'>

/**
 * The id of the authority that an address names: by its name, its credit code, its id, or a name that it had. Of several, the one that
 * exists and has the name now; and rather one that was asked for `year`, or for any.
 */
export async function findPublicAuthority(
  tx: Transaction<Schema>,
  tenantId: string,
  text: string,
  year: number | null = null,
): Promise<Result<string, NoPublicAuthority>> {
  const id = UUID.test(text) ? text : null
  const { rows } = await sql<{ id: string }>`
    select c.id from (
      select id, case when dissolved_on is null then 0 else 2 end as rank from authority
        where tenant_id = ${tenantId} and name = ${text}
      union all select id, 1 from authority
        where tenant_id = ${tenantId} and credit_code = ${text} and dissolved_on is null
      union all select id, 1 from authority where tenant_id = ${tenantId} and id = ${id}::uuid
      union all select authority_id, 3 from authority_change where tenant_id = ${tenantId} and name_before = ${text}
    ) c group by c.id order by exists (select from asked_of(c.id)
      where report_year = ${year} or ${year}::integer is null) desc, min(c.rank), c.id limit 1`.execute(
    tx,
  )
  return rows[0] ? ok(rows[0].id) : NOT_FOUND
}

/** No such authority, or it was not asked for that year. */
export const NOT_FOUND = refuse(
  'public.not-found',
  '没有这个机关或者这一年度的报告。请从“年度报告”页面重新选择。',
)
