import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The record of everything that happened: only ever added to, one chain for each region (ADR 0011). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...POLICIES]) await sql.raw(statement).execute(db)
}

const TABLES = [
  `create table gongkai.event (
    tenant_id       uuid not null references gongkai.tenant,
    seq             bigint not null,
    id              uuid not null,
    happened_at     timestamptz not null,
    person_id       uuid,
    on_behalf_of    uuid,
    role            text,
    authority_id    uuid,
    name            text not null,
    subject_kind    text not null,
    subject_id      text not null,
    reason          text,
    detail          text not null,
    payload_digest  bytea,
    previous        bytea not null,
    digest          bytea not null,
    primary key (tenant_id, seq),
    unique (tenant_id, id)
  )`,
  // Serves the history of one thing, newest first.
  `create index event_of_subject on gongkai.event (tenant_id, subject_kind, subject_id, seq desc)`,
  // Serve the log of one authority and of one person.
  `create index event_of_authority on gongkai.event (tenant_id, authority_id, seq desc)`,
  `create index event_of_person on gongkai.event (tenant_id, person_id, seq desc)`,

  `create table gongkai.event_payload (
    tenant_id     uuid not null,
    event_id      uuid not null,
    sealed        bytea,
    erased_at     timestamptz,
    erased_under  text,
    primary key (tenant_id, event_id),
    foreign key (tenant_id, event_id) references gongkai.event (tenant_id, id),
    check ((sealed is null) = (erased_at is not null and erased_under is not null))
  )`,

  `create table gongkai.chain_head (
    tenant_id  uuid primary key references gongkai.tenant,
    seq        bigint not null,
    digest     bytea not null
  )`,

  // What is recorded stays: not even the owner's own programs change or take away an event.
  `create function gongkai.keep_events() returns trigger language plpgsql as
    $$ begin raise exception 'events are only ever added' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger keep_events before update or delete on gongkai.event
    for each row execute function gongkai.keep_events()`,
  `create trigger keep_all_events before truncate on gongkai.event
    for each statement execute function gongkai.keep_events()`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'

const POLICIES = [
  `alter table gongkai.event enable row level security`,
  // Auditors and administrators read what concerns their authorities and those below; everybody what they did themselves and what their authority did.
  `create policy event_read on gongkai.event for select to gongkai_app using (${TENANT} and (
    person_id = gongkai.current_person()
    or authority_id in (select gongkai.authorities_below('{administrator,auditor,supervisingOfficer}'))
    or authority_id in (select gongkai.authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader}'))))`,
  `create policy event_add on gongkai.event for insert to gongkai_app
    with check (${TENANT} and person_id is not distinct from gongkai.current_person())`,
  `grant select, insert on gongkai.event to gongkai_app`,

  `alter table gongkai.event_payload enable row level security`,
  `create policy event_payload_read on gongkai.event_payload for select to gongkai_app
    using (${TENANT} and event_id in (select id from gongkai.event))`,
  `create policy event_payload_add on gongkai.event_payload for insert to gongkai_app with check (${TENANT})`,
  // Erasure under a rule is the only change, and it is the administrator's.
  `create policy event_payload_erase on gongkai.event_payload for update to gongkai_app
    using (${TENANT} and event_id in (select id from gongkai.event
      where authority_id in (select gongkai.authorities_below('{administrator}'))))
    with check (${TENANT} and sealed is null)`,
  `grant select, insert on gongkai.event_payload to gongkai_app`,
  `grant update (sealed, erased_at, erased_under) on gongkai.event_payload to gongkai_app`,

  `alter table gongkai.chain_head enable row level security`,
  `create policy chain_head_read on gongkai.chain_head for select to gongkai_app using (${TENANT})`,
  `create policy chain_head_move on gongkai.chain_head for update to gongkai_app using (${TENANT})`,
  `grant select, update on gongkai.chain_head to gongkai_app`,
]
