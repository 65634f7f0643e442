import { sql } from 'kysely'

/** Of an authority `a`: the name of the one that carries on its reports; null while it exists. */
export const CARRIER = sql<string | null>`case when a.carrier_id is not null then
  (select n.name from authority n where n.tenant_id = a.tenant_id and n.id = a.carrier_id) end`
