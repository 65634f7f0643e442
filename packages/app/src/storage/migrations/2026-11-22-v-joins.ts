import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 并案、分案: which requests are handled together, and which are parts of one paper (ADR 0032). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const STAFF = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)
const DESK = own('disclosureOfficer,disclosureHead')
const ABOVE = `((select gongkai.reaches_all('{supervisingOfficer,auditor}'))
  or authority_id in (select gongkai.authorities_below('{supervisingOfficer,auditor}')))`

const STATEMENTS = [
  // \`request_id\` is handled with \`other_id\`, which leads; or is a part of it.
  `create table gongkai.request_join (
    tenant_id      uuid not null,
    id             uuid not null,
    request_id     uuid not null,
    other_id       uuid not null check (other_id <> request_id),
    authority_id   uuid not null,
    kind           text not null check (kind in ('handledWith', 'partOf')),
    reason         text not null check (reason <> ''),
    made_by        uuid not null,
    made_at        timestamptz not null,
    undone_by      uuid,
    undone_at      timestamptz,
    undone_reason  text check (undone_reason <> ''),
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, other_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_reason is null))
  )`,
  // One leader, one whole.
  `create unique index request_join_standing on gongkai.request_join (tenant_id, request_id, kind) where undone_at is null`,
  // Serve both ends.
  `create index request_join_of on gongkai.request_join (tenant_id, request_id)`,
  `create index request_join_other on gongkai.request_join (tenant_id, other_id)`,
  `alter table gongkai.request_join enable row level security`,
  `create policy request_join_read on gongkai.request_join for select to gongkai_app using (${TENANT} and (${STAFF} or ${ABOVE}))`,
  `create policy request_join_add on gongkai.request_join for insert to gongkai_app
    with check (${TENANT} and ${DESK} and made_by = gongkai.current_person() and undone_at is null)`,
  `create policy request_join_undo on gongkai.request_join for update to gongkai_app
    using (${TENANT} and ${DESK} and undone_at is null) with check (${TENANT} and ${DESK} and undone_by = gongkai.current_person())`,
  `grant select, insert on gongkai.request_join to gongkai_app`,
  `grant update (undone_by, undone_at, undone_reason) on gongkai.request_join to gongkai_app`,
  `create trigger add_to_case after insert or update on gongkai.request_join
    for each row execute function gongkai.add_to_case()`,
  // A reason may name whoever asks at either end.
  `create function gongkai.erase_joins() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update request_join j set reason = '（已依规清除）', undone_reason = case when j.undone_at is not null then '（已依规清除）' end
      where j.tenant_id = new.tenant_id and new.id in (j.request_id, j.other_id);
    return null;
  end $$`,
  `create trigger erase_joins after update of erased_at on gongkai.request
    for each row when (old.erased_at is null and new.erased_at is not null) execute function gongkai.erase_joins()`,
]
