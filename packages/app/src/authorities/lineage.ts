import { type RawBuilder, sql } from 'kysely'

/** The name of the authority `a` on a day: that before the first change after the day, otherwise the present one. */
export function nameAt(day: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce((select n.name_before from authority_change n
    where n.tenant_id = a.tenant_id and n.authority_id = a.id and n.kind = 'renamed' and n.happened_on > ${day}
    order by n.happened_on, n.id limit 1), a.name)`
}
