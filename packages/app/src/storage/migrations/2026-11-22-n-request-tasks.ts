import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 承办和交办: shares of the work are chased and taken back; whoever was given one sees who asks while it is his; open work goes over as a whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const STAFF = `authority_id in (select gongkai.authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))`
const DESK = `authority_id in (select gongkai.authorities_as('{disclosureOfficer,disclosureHead}'))`
const MINE = `tenant_id = gongkai.current_tenant() and person_id = gongkai.current_person() and ${STAFF}`

const STATEMENTS = [
  `alter table gongkai.request_task
    add column answered_at timestamptz,
    add column chased integer not null default 0,
    add column chased_at timestamptz,
    add column taken_back_by uuid,
    add column taken_back_at timestamptz,
    add column taken_back_reason text check (taken_back_reason <> ''),
    add constraint request_task_taken_back check (
      (taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_reason is null)
      and (taken_back_at is null or done_on is null))`,
  `grant update (answered_at, chased, chased_at, taken_back_by, taken_back_at, taken_back_reason) on gongkai.request_task to gongkai_app`,
  // Serves the list of an authority, the newest first.
  `create index request_task_list on gongkai.request_task (tenant_id, authority_id, id desc)`,
  // Serves the requests of one handler.
  `create index request_handler on gongkai.request (tenant_id, authority_id, handler_id, queue_on, id) where closed_on is null`,

  // What was taken back gives nothing any more, nor what belongs to a request that is over.
  `create or replace function gongkai.requests_given() returns setof uuid
    language sql stable ${FROM_OUTSIDE} as $$
    select t.request_id from request_task t
      join request r on r.tenant_id = t.tenant_id and r.id = t.request_id and r.closed_on is null
      where t.tenant_id = current_tenant() and t.person_id = current_person() and t.taken_back_at is null
        and t.authority_id in (select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader}')) $$`,
  // What is asked and answered may name a person: for the desk, and for whoever was asked.
  `drop policy request_task_read on gongkai.request_task`,
  `create policy request_task_read on gongkai.request_task for select to gongkai_app using (tenant_id = gongkai.current_tenant() and (${DESK} or ${MINE}))`,
  `drop policy request_task_answer on gongkai.request_task`,
  `create policy request_task_answer on gongkai.request_task for update to gongkai_app
    using (${MINE} and done_on is null and taken_back_at is null) with check (${MINE} and taken_back_at is null)`,
  `create policy request_task_read_by_system on gongkai.request_task for select to gongkai_app
    using (tenant_id = gongkai.current_tenant() and (select gongkai.is_system()))`,
  `create policy request_file_add_by_given on gongkai.request_file for insert to gongkai_app
    with check (tenant_id = gongkai.current_tenant() and request_id in (select gongkai.requests_given())
      and added_by = gongkai.current_person())`,

  // All open requests and shares of a person in an authority go over to another: by the desk, or with the roles by whoever administers the authority.
  `create function gongkai.hand_over_requests(authority uuid, giver uuid, taker uuid) returns table (requests bigint, tasks bigint)
    language plpgsql volatile ${FROM_OUTSIDE} as $$
  begin
    if not exists (select from authorities_as('{disclosureOfficer,disclosureHead}') held where held = authority)
      and not exists (select from authorities_below('{administrator}') held where held = authority) then
      return query select 0::bigint, 0::bigint;
      return;
    end if;
    return query with moved as (
        update request r set handler_id = taker, version = r.version + 1
          where r.tenant_id = current_tenant() and r.authority_id = authority and r.handler_id = giver and r.closed_on is null returning 1),
      given as (
        update request_task t set person_id = taker, version = t.version + 1
          where t.tenant_id = current_tenant() and t.authority_id = authority and t.person_id = giver
            and t.done_on is null and t.taken_back_at is null returning 1)
      select (select count(*) from moved), (select count(*) from given);
  end $$`,
]
