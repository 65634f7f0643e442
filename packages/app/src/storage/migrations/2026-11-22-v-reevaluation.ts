import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 定期评估 of what was not disclosed: what was found each time, and until when it is looked at again (ADR 0031). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
/** Refusals of articles 14 to 16, and what is withheld of a part. */
const WITHHELD = `array['partlyDisclosed', 'stateSecret', 'forbiddenByLaw', 'endangersSecurity', 'thirdPartyRights', 'internalAffairs', 'processRecords', 'enforcementFile']`

const TABLES = [
  `create table gongkai.reevaluation (
    tenant_id     uuid not null,
    id            uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    -- The decision that was looked at; none where the register has no letter.
    letter_id     uuid,
    outcome       text not null check (outcome in ('withheld', 'disclosable', 'moved')),
    happened_on   date not null,
    reason        text not null check (reason <> ''),
    next_on       date check (next_on > happened_on),
    proposal_id   uuid,
    recorded_by   uuid not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, letter_id) references gongkai.request_letter (tenant_id, id),
    foreign key (tenant_id, proposal_id) references gongkai.proactive_proposal (tenant_id, id),
    check ((outcome = 'disclosable') = (next_on is null) and (outcome = 'disclosable') = (proposal_id is not null))
  )`,
  // Serves the last of a request.
  `create index reevaluation_of on gongkai.reevaluation (tenant_id, request_id, id desc)`,
  // Serve what an authority withheld.
  `create index request_withheld on gongkai.request (tenant_id, authority_id, id)
    where closed_on is not null and erased_at is null and grounds && ${WITHHELD}`,
  `create index request_letter_anew on gongkai.request_letter (tenant_id, authority_id, request_id) where anew is not null`,
]

const FUNCTIONS = [
  // What these authorities withhold, or one of their requests, or only what may be due until a day, with the day on which it is looked at again: so many months after the decision, or as was found or put off since.
  // None while it waits to be published; where that was declined, that day.
  `create function gongkai.reevaluations(of_authorities uuid[], months integer, one uuid, until date)
    returns table (request_id uuid, authority_id uuid, letter_id uuid, grounds text[], decided_on date, due_on date, last_id uuid)
    language sql stable ${FROM_OUTSIDE} as $$
    select d.request_id, d.authority_id, d.letter_id, d.grounds, d.decided_on,
        case when e.id is null then (d.decided_on + make_interval(months => reevaluations.months))::date
          else coalesce(e.next_on, case when p.decision = 'declined' then p.decided_on end) end, e.id
      from standing_decisions(array(
        select r.id from request r where r.tenant_id = current_tenant() and r.authority_id = any (of_authorities)
          and (one is null or r.id = one)
          and (until is null or r.closed_on <= (until - make_interval(months => reevaluations.months))::date + 3
            or r.id in (select e.request_id from reevaluation e where e.tenant_id = current_tenant()))
          and r.closed_on is not null and r.erased_at is null and r.grounds && ${WITHHELD}
        union
        select l.request_id from request_letter l where l.tenant_id = current_tenant() and l.authority_id = any (of_authorities)
          and (one is null or l.request_id = one) and l.anew is not null and l.grounds && ${WITHHELD})) d
      left join lateral (
        select v.id, v.next_on, v.proposal_id from reevaluation v
          where v.tenant_id = current_tenant() and v.request_id = d.request_id and v.letter_id is not distinct from d.letter_id
          order by v.id desc limit 1) e on true
      left join proactive_proposal p on p.tenant_id = current_tenant() and p.id = e.proposal_id
      where d.grounds && ${WITHHELD}
        and (is_system() or d.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))) $$`,
  `create function gongkai.erase_reevaluations() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    update reevaluation v set reason = '（已依规清除）' where v.tenant_id = new.tenant_id and v.request_id = new.id;
    return null;
  end $$`,
  `create trigger erase_reevaluations after update of erased_at on gongkai.request
    for each row when (old.erased_at is null and new.erased_at is not null) execute function gongkai.erase_reevaluations()`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const DESK = `authority_id in (select gongkai.authorities_as('{disclosureOfficer,disclosureHead}'))`

const POLICIES = [
  `alter table gongkai.reevaluation enable row level security`,
  `create policy reevaluation_read on gongkai.reevaluation for select to gongkai_app using (${TENANT} and ${DESK})`,
  `create policy reevaluation_add on gongkai.reevaluation for insert to gongkai_app
    with check (${TENANT} and ${DESK} and recorded_by = gongkai.current_person())`,
  `grant select, insert on gongkai.reevaluation to gongkai_app`,
]
