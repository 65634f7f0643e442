import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** How an applicant wants to be told that there is news, and each time that he was told (ADR 0029). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...SENDING, ...POLICIES, ...IN_CASE])
    await sql.raw(statement).execute(db)
}

const TABLES = [
  `alter table gongkai.request add column news_way text not null default 'page' check (news_way in ('mail', 'slip', 'page'))`,
  `grant update (news_way) on gongkai.request to gongkai_app`,
  `create table gongkai.request_news (
    tenant_id     uuid not null,
    id            uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    what          text not null check (what <> ''),
    -- A letter that goes to the applicant on paper or by mail tells him itself.
    way           text not null check (way in ('mail', 'slip', 'page', 'letter')),
    happened_on   date not null,
    state         text not null check (state in ('waiting', 'told', 'failed', 'cancelled')),
    made_at       timestamptz not null,
    told_at       timestamptz,
    told_by       uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    check ((state = 'told') = (told_at is not null)),
    check (told_by is null or told_at is not null)
  )`,
  // Serves the news of one request.
  `create index request_news_of on gongkai.request_news (tenant_id, request_id, id)`,
  // Serves what the desk must tell.
  `create index request_news_waiting on gongkai.request_news (tenant_id, authority_id) where state <> 'told'`,
]

const SENDING = [
  // To whom a mail goes that waits, still sealed; the region alone asks. No row where the applicant wants no mail any more.
  `create function gongkai.news_to_send(news uuid) returns table (request_id uuid, number text, place integer, part text, sealed bytea)
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select r.id, r.number, p.place, p.part, p.sealed
      from request_news n
      join request r on r.tenant_id = n.tenant_id and r.id = n.request_id and r.news_way = 'mail'
      join request_person p on p.tenant_id = r.tenant_id and p.request_id = r.id and p.sealed is not null
      where n.tenant_id = current_tenant() and n.id = news and n.way = 'mail' and n.state = 'waiting' and is_system()
      order by p.part, p.place $$`,
]

/** What the desk tells, and a hold, belong into a case that was filed before; that a mail went out on its own changes nothing in it. */
const IN_CASE = [
  `create trigger add_to_case after insert or update of told_by on gongkai.request_news
    for each row execute function gongkai.add_to_case()`,
  `create trigger add_to_case after insert or update on gongkai.request_hold for each row execute function gongkai.add_to_case()`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const DESK = own('disclosureOfficer,disclosureHead')
const READERS = own(
  'disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor',
)

const POLICIES = [
  `alter table gongkai.request_news enable row level security`,
  `create policy request_news_read on gongkai.request_news for select to gongkai_app using (${TENANT} and ${READERS})`,
  `create policy request_news_read_by_system on gongkai.request_news for select to gongkai_app
    using (${TENANT} and (select gongkai.is_system()))`,
  `create policy request_news_add on gongkai.request_news for insert to gongkai_app with check (${TENANT} and ${DESK})`,
  `create policy request_news_told on gongkai.request_news for update to gongkai_app
    using (${TENANT} and ${DESK}) with check (${TENANT} and ${DESK} and told_by = gongkai.current_person())`,
  // What was not told yet and turned out wrong is told no more.
  `create policy request_news_cancelled on gongkai.request_news for update to gongkai_app
    using (${TENANT} and ${DESK} and state in ('waiting', 'failed')) with check (${TENANT} and ${DESK} and state = 'cancelled')`,
  `create policy request_news_sent on gongkai.request_news for update to gongkai_app
    using (${TENANT} and (select gongkai.is_system())) with check (${TENANT} and (select gongkai.is_system()))`,
  `grant select, insert on gongkai.request_news to gongkai_app`,
  `grant update (way, state, told_at, told_by) on gongkai.request_news to gongkai_app`,
]
