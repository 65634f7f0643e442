import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is withheld stands in rows of its own, so that the register of re-evaluations and what waits for an officer are lookups (ADR 0031). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...TRIGGERS, ...FILLING])
    await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
/** Refusals of articles 14 to 16, and what is withheld of a part. */
const WITHHELD = `array['partlyDisclosed', 'stateSecret', 'forbiddenByLaw', 'endangersSecurity', 'thirdPartyRights', 'internalAffairs', 'processRecords', 'enforcementFile']`

const TABLES = [
  `create table gongkai.withheld (
    tenant_id     uuid not null,
    request_id    uuid not null,
    authority_id  uuid not null,
    -- The decision that stands; none where the register has no letter.
    letter_id     uuid,
    grounds       text[] not null,
    decided_on    date not null,
    -- When it was last looked at, and the day that was set then; without the day it is on its way to be published.
    last_id       uuid,
    next_on       date,
    primary key (tenant_id, request_id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id)
  )`,
  // Serves what an authority withholds.
  `create index withheld_of on gongkai.withheld (tenant_id, authority_id)`,
  // Read by functions alone.
  `alter table gongkai.withheld enable row level security`,
  // They served the reckoning of what is read here now.
  `drop index gongkai.request_withheld`,
  `drop index gongkai.request_letter_anew`,
]

const FUNCTIONS = [
  // What these requests withhold by the decision that stands, as the tables say.
  `create function gongkai.reckon_withheld(of_tenant uuid, ids uuid[]) returns setof gongkai.withheld language sql stable ${FROM_OUTSIDE} as $$
    select r.tenant_id, r.id, r.authority_id, l.id, g.grounds, coalesce(l.sent_on, r.closed_on), e.id,
        coalesce(e.next_on, case when p.decision = 'declined' then p.decided_on end)
      from request r
      left join lateral (
        select d.id, d.grounds, d.sent_on from request_letter d
          where d.tenant_id = r.tenant_id and d.request_id = r.id and d.decides and d.sent_on is not null and d.state <> 'discarded'
          order by d.sent_on desc, d.id desc limit 1) l on true
      cross join lateral (select case when cardinality(l.grounds) > 0 then l.grounds else r.grounds end as grounds) g
      left join lateral (
        select v.id, v.next_on, v.proposal_id from reevaluation v
          where v.tenant_id = r.tenant_id and v.request_id = r.id and v.letter_id is not distinct from l.id
          order by v.id desc limit 1) e on true
      left join proactive_proposal p on p.tenant_id = r.tenant_id and p.id = e.proposal_id
      where r.tenant_id = of_tenant and r.id = any (ids) and r.kind = 'disclosure' and r.closed_on is not null
        and r.set_aside is null and r.erased_at is null and g.grounds && ${WITHHELD} $$`,
  `revoke execute on function gongkai.reckon_withheld from public`,
  // Whoever changes one of them waits for who changes another: the last to come reckons with both.
  `create function gongkai.note_withheld(of_tenant uuid, one uuid) returns void language plpgsql ${FROM_OUTSIDE} as $$
  begin
    perform from request where tenant_id = of_tenant and id = one for no key update;
    delete from withheld where tenant_id = of_tenant and request_id = one;
    insert into withheld select * from reckon_withheld(of_tenant, array[one]);
  end $$`,
  `revoke execute on function gongkai.note_withheld from public`,
  `create function gongkai.note_withheld_of_request() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    perform note_withheld(new.tenant_id, new.id);
    return null;
  end $$`,
  `create function gongkai.note_withheld_of_child() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    perform note_withheld(new.tenant_id, new.request_id);
    return null;
  end $$`,
  // What these authorities withhold, or one of their requests, or only what is due until a day, with the day on which it is looked at again: so many months after the decision, or as was found or put off since.
  // None while it waits to be published; where that was declined, that day.
  `create or replace function gongkai.reevaluations(of_authorities uuid[], months integer, one uuid, until date)
    returns table (request_id uuid, authority_id uuid, letter_id uuid, grounds text[], decided_on date, due_on date, last_id uuid)
    language sql stable ${FROM_OUTSIDE} as $$
    select w.request_id, w.authority_id, w.letter_id, w.grounds, w.decided_on, d.due_on, w.last_id
      from withheld w
      cross join lateral (select case when w.last_id is null
        then (w.decided_on + make_interval(months => reevaluations.months))::date else w.next_on end as due_on) d
      where w.tenant_id = current_tenant() and w.authority_id = any (of_authorities) and (one is null or w.request_id = one)
        and (until is null or d.due_on <= until)
        and (is_system() or w.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))) $$`,
]

const changed = (columns: readonly string[]) =>
  columns.map((column) => `old.${column} is distinct from new.${column}`).join(' or ')

const OF_REQUEST = ['kind', 'closed_on', 'grounds', 'set_aside', 'erased_at']
const OF_LETTER = ['sent_on', 'state', 'grounds']

const TRIGGERS = [
  `create trigger note_withheld_added after insert on gongkai.request
    for each row when (new.closed_on is not null) execute function gongkai.note_withheld_of_request()`,
  `create trigger note_withheld_changed after update on gongkai.request
    for each row when (${changed(OF_REQUEST)}) execute function gongkai.note_withheld_of_request()`,
  `create trigger note_withheld_sent after insert on gongkai.request_letter
    for each row when (new.decides and new.sent_on is not null) execute function gongkai.note_withheld_of_child()`,
  `create trigger note_withheld_decided after update on gongkai.request_letter
    for each row when (new.decides and (${changed(OF_LETTER)})) execute function gongkai.note_withheld_of_child()`,
  `create trigger note_withheld_looked_at after insert on gongkai.reevaluation
    for each row execute function gongkai.note_withheld_of_child()`,
  `create trigger note_withheld_declined after update on gongkai.proactive_proposal
    for each row when (${changed(['decision'])}) execute function gongkai.note_withheld_of_child()`,
]

const FILLING = [
  `insert into gongkai.withheld select w.* from gongkai.tenant t
    cross join lateral gongkai.reckon_withheld(t.tenant_id, array(
      select r.id from gongkai.request r where r.tenant_id = t.tenant_id and r.closed_on is not null)) w`,
]
