import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is personal in requests is kept for a time: what stops its erasure, who decided on it, and the erasing itself (ADR 0030). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...LETTERS, ...DUE, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const TABLES = [
  `create table gongkai.erasure (
    tenant_id      uuid not null,
    id             uuid not null,
    authority_id   uuid not null,
    -- What was over before this day, by a rule of so many years.
    over_before    date not null,
    years          integer not null check (years > 0),
    under          text not null check (under <> ''),
    due            integer not null check (due > 0),
    reason         text not null check (reason <> ''),
    proposed_by    uuid not null,
    proposed_at    timestamptz not null,
    decision       text check (decision in ('approved', 'rejected')),
    decided_by     uuid check (decided_by <> proposed_by),
    decided_at     timestamptz,
    decided_reason text check (decided_reason <> ''),
    done_at        timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, authority_id) references gongkai.authority,
    check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    check (decision is distinct from 'rejected' or decided_reason is not null),
    check (done_at is null or decision = 'approved')
  )`,
  // Serves the decisions of an authority.
  `create index erasure_of on gongkai.erasure (tenant_id, authority_id, id desc)`,
  `alter table gongkai.request add column erased_at timestamptz, add column erasure_id uuid,
    add constraint request_erasure foreign key (tenant_id, erasure_id) references gongkai.erasure,
    add constraint request_erased check ((erased_at is null) = (erasure_id is null) and (erased_at is null or closed_on is not null))`,
  // Serves the counting of what a decision erased.
  `create index request_erased_by on gongkai.request (tenant_id, erasure_id) where erasure_id is not null`,
  `alter table gongkai.request_file add column erased_at timestamptz`,

  // 保全: what is still needed is not erased, whatever its age.
  `create table gongkai.request_hold (
    tenant_id      uuid not null,
    id             uuid not null,
    request_id     uuid not null,
    authority_id   uuid not null,
    reason         text not null check (reason <> ''),
    placed_by      uuid not null,
    placed_at      timestamptz not null,
    lifted_by      uuid,
    lifted_at      timestamptz,
    lifted_reason  text check (lifted_reason <> ''),
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
  )`,
  // Serves the question whether a request is held.
  `create index request_hold_standing on gongkai.request_hold (tenant_id, request_id) where lifted_at is null`,
]

/** What is approved stays as it is, but for the owner, who erases it and seals it under another key. */
const LETTERS = [
  `create or replace function gongkai.keep_letter() returns trigger language plpgsql as $$
  begin
    if current_user <> 'gongkai_app' and current_setting('gongkai.sealing', true) = 'on' then return new; end if;
    raise exception 'a letter does not change while it is approved, nor once it is' using errcode = 'insufficient_privilege';
  end $$`,
]

/** When a request was over: closed, filed, and the last remedy against it decided. */
const OVER = `greatest(r.closed_on, r.filed_on, (select max(i.decided_on) from gongkai.remedy m
  join gongkai.remedy_instance i on i.tenant_id = m.tenant_id and i.remedy_id = m.id
  where m.tenant_id = r.tenant_id and m.request_id = r.id and m.struck_at is null))`

const DUE = [
  // Whose affair it is, so that who may not touch it hears which right is missing.
  `create function gongkai.authority_of_erasure(erasure uuid) returns uuid language sql stable ${FROM_OUTSIDE} as $$
    select e.authority_id from erasure e where e.tenant_id = current_tenant() and e.id = authority_of_erasure.erasure $$`,
  // Why nothing of a request is erased; null where nothing stops it.
  `create function gongkai.stopped_by(request gongkai.request) returns text language sql stable as $$
    select case
      when exists (select from gongkai.request_hold h
        where h.tenant_id = request.tenant_id and h.request_id = request.id and h.lifted_at is null) then 'hold'
      when exists (select from gongkai.remedy m where m.tenant_id = request.tenant_id and m.request_id = request.id and m.struck_at is null
        and (m.redo_from is not null and m.redone_on is null or exists (select from gongkai.remedy_instance i
          where i.tenant_id = m.tenant_id and i.remedy_id = m.id and i.decided_on is null))) then 'remedy'
      when exists (select from gongkai.request_letter l where l.tenant_id = request.tenant_id and l.request_id = request.id
        and l.state not in ('served', 'noticed', 'discarded') and not (l.state = 'sent' and l.sent_way in ('post', 'file'))) then 'letter'
      when exists (select from gongkai.request_task t where t.tenant_id = request.tenant_id and t.request_id = request.id
        and t.done_on is null and t.taken_back_at is null) then 'task'
    end $$`,
  // The requests of an authority that were over before a day and hold what is personal, with what stops their erasure.
  `create function gongkai.requests_due(of_authority uuid, over_before date) returns table (id uuid, number text, over_on date, stopped text)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, r.number, ${OVER}, stopped_by(r) from request r
      where r.tenant_id = current_tenant() and r.authority_id = of_authority and r.erased_at is null and r.closed_on < over_before
        and ${OVER} < over_before
        and (is_system() or of_authority in (select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))
          or of_authority in (select authorities_below('{supervisingOfficer,auditor}')))
      order by r.closed_on, r.id $$`,
  // Takes away what is personal in the next of the requests of an approved erasure. What the tables count stays. Done by the region itself alone.
  `create function gongkai.erase_requests(erasure uuid, most integer, at timestamptz)
    returns table (request_id uuid, authority_id uuid, events uuid[]) language plpgsql ${FROM_OUTSIDE} as $$
  declare
    decided gongkai.erasure;
    one uuid;
  begin
    select * into decided from erasure e where e.tenant_id = current_tenant() and e.id = erasure and e.decision = 'approved';
    if not is_system() or decided is null then
      raise exception 'nothing is erased without a decision' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('gongkai.sealing', 'on', true);
    for one in
      select d.id from requests_due(decided.authority_id, decided.over_before) d where d.stopped is null limit most
    loop
      -- Whoever places a hold locks the request, too.
      perform from request r where r.tenant_id = current_tenant() and r.id = one and r.erased_at is null and stopped_by(r) is null for update;
      continue when not found;
      perform erase_request(one, decided, at);
      request_id := one;
      authority_id := decided.authority_id;
      with taken as (
        update event_payload y set sealed = null, erased_at = at, erased_under = decided.under
          where y.tenant_id = current_tenant() and y.sealed is not null and y.event_id in (
            select e.id from event e where e.tenant_id = current_tenant() and e.subject_kind = 'request' and e.subject_id = one::text)
          returning y.event_id)
      select coalesce(array_agg(event_id order by event_id), '{}') into events from taken;
      return next;
    end loop;
    perform set_config('gongkai.sealing', 'off', true);
  end $$`,
  `create function gongkai.erase_request(one uuid, decided gongkai.erasure, at timestamptz) returns void language plpgsql ${FROM_OUTSIDE} as $$
  declare gone constant text := '（已依规清除）';
  begin
    update request_person p set name = null, identity_hash = null, sealed = null, erased_at = at, erased_under = decided.under
      where p.tenant_id = current_tenant() and p.request_id = one and p.erased_at is null;
    update request_step s set note = null, unpapered_reason = case when s.unpapered_at is not null then gone end,
        struck_reason = case when s.struck_at is not null then gone end,
        step = case when s.step::jsonb ? 'consultation'
          then (s.step::jsonb || jsonb_build_object('consultation', '第' || (select min(n.no) from request_step n
            where n.tenant_id = s.tenant_id and n.request_id = s.request_id
              and n.step::jsonb ->> 'consultation' = s.step::jsonb ->> 'consultation') || '项'))::json else s.step end
      where s.tenant_id = current_tenant() and s.request_id = one;
    update request_task t set task = gone, answer = case when t.answer is not null then gone end,
        taken_back_reason = case when t.taken_back_at is not null then gone end
      where t.tenant_id = current_tenant() and t.request_id = one;
    update request_search s set period = null, systems = array[gone], words = '{}', files = '{}', persons = array[gone], found = null,
        struck_reason = case when s.struck_at is not null then gone end
      where s.tenant_id = current_tenant() and s.request_id = one;
    update request_material m set name = gone, marks = null, result = null, state = 'removed', checked_by = null, checked_at = null,
        version = m.version + 1
      where m.tenant_id = current_tenant() and m.request_id = one;
    -- What was still being made is not made any more.
    update request_filing f set state = case when f.state = 'making' then 'failed' else f.state end, content = null, result = ''
      where f.tenant_id = current_tenant() and f.request_id = one;
    update request_file f set name = gone where f.tenant_id = current_tenant() and f.request_id = one;
    update request_letter l set content = '', course = '', paper = case when l.paper is not null then ''::bytea end
      where l.tenant_id = current_tenant() and l.request_id = one;
    update request_hold h set reason = gone, lifted_reason = gone where h.tenant_id = current_tenant() and h.request_id = one;
    update remedy m set struck_reason = gone where m.tenant_id = current_tenant() and m.request_id = one and m.struck_at is not null;
    update request r set applicant_masked = gone, wanted = gone, wanted_title = null, wanted_number = null, help = null, proof = null,
        confirmed_how = null, secret_hash = gen_random_uuid()::text::bytea, erased_at = at, erasure_id = decided.id,
        version = r.version + 1
      where r.tenant_id = current_tenant() and r.id = one;
  end $$`,
  // What the desk could call past the decision.
  `revoke execute on function gongkai.erase_request from public`,
  // The files of erased requests whose bytes are still there, and that they are gone.
  `create function gongkai.files_to_remove(most integer) returns table (id uuid, digest text) language sql stable ${FROM_OUTSIDE} as $$
    select f.id, f.digest from (
        select tenant_id, id, request_id, digest, erased_at from request_file
        union all select tenant_id, id, request_id, digest, erased_at from request_stored) f
      join request r on r.tenant_id = f.tenant_id and r.id = f.request_id
      where f.tenant_id = current_tenant() and is_system() and f.erased_at is null and r.erased_at is not null limit most $$`,
  `create function gongkai.files_removed(ids uuid[], at timestamptz) returns void language sql volatile ${FROM_OUTSIDE} as $$
    update request_stored f set erased_at = at from request r
      where f.tenant_id = current_tenant() and is_system() and f.id = any (ids) and f.erased_at is null
        and r.tenant_id = f.tenant_id and r.id = f.request_id and r.erased_at is not null;
    update request_file f set erased_at = at from request r
      where f.tenant_id = current_tenant() and is_system() and f.id = any (ids) and f.erased_at is null
        and r.tenant_id = f.tenant_id and r.id = f.request_id and r.erased_at is not null $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const READERS = `(${own('disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor')}
  or authority_id in (select gongkai.authorities_below('{supervisingOfficer,auditor}')))`
const DESK = own('disclosureOfficer,disclosureHead')
const DECIDERS = own('disclosureHead,leader')
const SELF = 'gongkai.current_person()'
const SYSTEM = '(select gongkai.is_system())'

const POLICIES = [
  `alter table gongkai.erasure enable row level security`,
  `create policy erasure_read on gongkai.erasure for select to gongkai_app using (${TENANT} and ${READERS})`,
  `create policy erasure_read_by_system on gongkai.erasure for select to gongkai_app using (${TENANT} and ${SYSTEM})`,
  `create policy erasure_propose on gongkai.erasure for insert to gongkai_app
    with check (${TENANT} and ${DESK} and proposed_by = ${SELF} and decision is null and done_at is null)`,
  `create policy erasure_decide on gongkai.erasure for update to gongkai_app using (${TENANT} and ${DECIDERS} and decision is null)
    with check (${TENANT} and ${DECIDERS} and decided_by = ${SELF} and done_at is null)`,
  `create policy erasure_finish on gongkai.erasure for update to gongkai_app using (${TENANT} and ${SYSTEM} and decision = 'approved')
    with check (${TENANT} and ${SYSTEM} and decision = 'approved')`,
  `grant select, insert on gongkai.erasure to gongkai_app`,
  `grant update (decision, decided_by, decided_at, decided_reason, done_at) on gongkai.erasure to gongkai_app`,
  `alter table gongkai.request_hold enable row level security`,
  `create policy request_hold_read on gongkai.request_hold for select to gongkai_app using (${TENANT} and ${DESK})`,
  `create policy request_hold_place on gongkai.request_hold for insert to gongkai_app
    with check (${TENANT} and ${DESK} and placed_by = ${SELF} and lifted_at is null)`,
  `create policy request_hold_lift on gongkai.request_hold for update to gongkai_app using (${TENANT} and ${DESK} and lifted_at is null)
    with check (${TENANT} and ${DESK} and lifted_by = ${SELF})`,
  `grant select, insert on gongkai.request_hold to gongkai_app`,
  `grant update (lifted_by, lifted_at, lifted_reason) on gongkai.request_hold to gongkai_app`,
]
