import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 告知向其他机关申请: which other authority is responsible, as it was found out and as the applicant was told of it (ADR 0032). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const DESK = own('disclosureOfficer,disclosureHead')
const GIVEN = 'request_id in (select gongkai.requests_given())'

const STATEMENTS = [
  `create table gongkai.request_advice (
    tenant_id      uuid not null,
    id             uuid not null,
    request_id     uuid not null,
    authority_id   uuid not null,
    advised_on     date not null,
    -- Of the region where it is one of it; the name as it was then.
    competent_id   uuid,
    competent      text not null check (competent <> ''),
    contact        text check (contact <> ''),
    reason         text not null check (reason <> ''),
    told           text not null check (told in ('inside', 'phone', 'inPerson')),
    answer         text check (answer in ('withdraws', 'insists', 'undecided')),
    recorded_by    uuid not null,
    recorded_at    timestamptz not null,
    struck_by      uuid,
    struck_at      timestamptz,
    struck_reason  text check (struck_reason <> ''),
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, competent_id) references gongkai.authority,
    check ((told = 'inside') = (answer is null)),
    check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null))
  )`,
  // Serves the advices of one request.
  `create index request_advice_of on gongkai.request_advice (tenant_id, request_id, id)`,
  `alter table gongkai.request_advice enable row level security`,
  // Whoever consents to a letter reads what it rests on.
  `create policy request_advice_read on gongkai.request_advice for select to gongkai_app
    using (${TENANT} and (${own('disclosureOfficer,disclosureHead,secrecyReviewer,leader')} or ${GIVEN}))`,
  `create policy request_advice_add on gongkai.request_advice for insert to gongkai_app
    with check (${TENANT} and ${DESK} and recorded_by = gongkai.current_person() and struck_at is null)`,
  `create policy request_advice_strike on gongkai.request_advice for update to gongkai_app
    using (${TENANT} and ${DESK}) with check (${TENANT} and ${DESK})`,
  `grant select, insert on gongkai.request_advice to gongkai_app`,
  `grant update (struck_by, struck_at, struck_reason) on gongkai.request_advice to gongkai_app`,
  `create trigger add_to_case after insert or update on gongkai.request_advice
    for each row execute function gongkai.add_to_case()`,
  // With a request goes what was written by hand.
  `create function gongkai.erase_advices() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update request_advice a set competent = '（已依规清除）', contact = null, reason = '（已依规清除）',
        struck_reason = case when a.struck_at is not null then '（已依规清除）' end
      where a.tenant_id = new.tenant_id and a.request_id = new.id;
    return null;
  end $$`,
  `create trigger erase_advices after update of erased_at on gongkai.request
    for each row when (old.erased_at is null and new.erased_at is not null) execute function gongkai.erase_advices()`,
]
