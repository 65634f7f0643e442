import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The codes under which an authority numbers what it issues: `云公复` of `云公复〔2026〕12号`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...POLICIES]) await sql.raw(statement).execute(db)
}

const TABLES = [
  `create table gongkai.number_series (
    tenant_id     uuid not null,
    id            uuid not null,
    authority_id  uuid not null,
    code          text not null check (code <> ''),
    purpose       text not null check (purpose <> ''),
    since         date not null,
    until         date,
    primary key (tenant_id, id),
    foreign key (tenant_id, authority_id) references gongkai.authority,
    check (until >= since)
  )`,
  // Two authorities under one code would issue the same number twice.
  `create unique index number_series_code on gongkai.number_series (tenant_id, code) where until is null`,
  // Serves the series of one authority.
  `create index number_series_of on gongkai.number_series (tenant_id, authority_id)`,
  `create trigger refuse_dissolved before insert on gongkai.number_series
    for each row execute function gongkai.refuse_dissolved()`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const ADMINISTERED = `${TENANT} and authority_id in (select gongkai.authorities_below('{administrator}'))`

const POLICIES = [
  `alter table gongkai.number_series enable row level security`,
  // Numbers stand on what is published.
  `create policy number_series_read on gongkai.number_series for select to gongkai_app using (${TENANT})`,
  `create policy number_series_add on gongkai.number_series for insert to gongkai_app with check (${ADMINISTERED})`,
  `create policy number_series_end on gongkai.number_series for update to gongkai_app
    using (${ADMINISTERED}) with check (${ADMINISTERED} and until is not null)`,
  `grant select, insert on gongkai.number_series to gongkai_app`,
  `grant update (until) on gongkai.number_series to gongkai_app`,
]
