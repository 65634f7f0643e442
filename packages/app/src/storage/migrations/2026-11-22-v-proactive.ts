import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 依申请公开转主动公开: proposed or suggested, decided by another, published (ADR 0031). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const TABLES = [
  `create table gongkai.proactive_proposal (
    tenant_id         uuid not null,
    id                uuid not null,
    request_id        uuid not null,
    authority_id      uuid not null,
    -- The decision whose information it is, and which of its files; none where the register has no letter.
    letter_id         uuid,
    file_ids          uuid[] not null,
    title             text not null check (title <> ''),
    reason            text not null check (reason in ('severalApplicants', 'interests', 'widelyKnown', 'participation', 'listed', 'changed')),
    says              text not null check (says <> ''),
    -- The day on which the applicant suggested it; null where the authority proposes it by itself.
    suggested_on      date,
    -- Null where the applicant suggested it on the portal.
    proposed_by       uuid,
    proposed_on       date not null,
    decision          text check (decision in ('accepted', 'declined')),
    decided_by        uuid check (decided_by <> proposed_by),
    decided_on        date,
    decided_reason    text check (decided_reason <> ''),
    published_on      date,
    published_title   text check (published_title <> ''),
    published_address text check (published_address <> ''),
    published_by      uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    foreign key (tenant_id, letter_id) references gongkai.request_letter (tenant_id, id),
    check (proposed_by is not null or suggested_on is not null),
    check ((decision is null) = (decided_by is null) and (decision is null) = (decided_on is null)),
    check (decision is distinct from 'declined' or decided_reason is not null),
    check (published_on is null or decision = 'accepted'),
    check ((published_on is null) = (published_title is null) and (published_on is null) = (published_address is null)
      and (published_on is null) = (published_by is null))
  )`,
  // Serves the list of an authority.
  `create index proactive_proposal_of on gongkai.proactive_proposal (tenant_id, authority_id, id desc)`,
  `create index proactive_proposal_request on gongkai.proactive_proposal (tenant_id, request_id, id)`,
  // Of the authority's own and of the applicant's one waits at a time.
  `create unique index proactive_proposal_waiting on gongkai.proactive_proposal (tenant_id, request_id, (suggested_on is null))
    where decision is null`,
]

const FUNCTIONS = [
  // The decision of a request that stands: the last that was sent, or as the request was closed where there is no letter.
  `create function gongkai.standing_decisions(ids uuid[]) returns table (request_id uuid, authority_id uuid, letter_id uuid, grounds text[], decided_on date)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, r.authority_id, l.id, case when cardinality(l.grounds) > 0 then l.grounds else r.grounds end, coalesce(l.sent_on, r.closed_on)
      from request r
      left join lateral (
        select d.id, d.grounds, d.sent_on from request_letter d
          where d.tenant_id = r.tenant_id and d.request_id = r.id and d.decides and d.sent_on is not null and d.state <> 'discarded'
          order by d.sent_on desc, d.id desc limit 1) l on true
      where r.tenant_id = current_tenant() and r.id = any (ids) and r.kind = 'disclosure' and r.closed_on is not null
        and r.set_aside is null and r.erased_at is null $$`,
  `revoke execute on function gongkai.standing_decisions from public`,
  // The same of one request, for the applicant and for who works on it.
  `create function gongkai.decision_of(one uuid) returns table (letter_id uuid, grounds text[], decided_on date)
    language sql stable ${FROM_OUTSIDE} as $$
    select d.letter_id, d.grounds, d.decided_on from standing_decisions(array[one]) d
      where d.request_id = request_shown() or d.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead,leader}')) $$`,
  // Whose affair it is, so that who may not touch it hears which right is missing.
  `create function gongkai.authority_of_proposal(proposal uuid) returns uuid language sql stable ${FROM_OUTSIDE} as $$
    select p.authority_id from proactive_proposal p where p.tenant_id = current_tenant() and p.id = proposal $$`,
  // What is public stays; why, and what was only proposed, goes with the request.
  `create function gongkai.erase_proposals() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  declare gone constant text := '（已依规清除）';
  begin
    update proactive_proposal p set title = gone, says = gone, decided_reason = case when p.decided_reason is not null then gone end
      where p.tenant_id = new.tenant_id and p.request_id = new.id;
    return null;
  end $$`,
  `create trigger erase_proposals after update of erased_at on gongkai.request
    for each row when (old.erased_at is null and new.erased_at is not null) execute function gongkai.erase_proposals()`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const DESK = own('disclosureOfficer,disclosureHead')
const DECIDERS = own('disclosureHead,leader')
const SELF = 'gongkai.current_person()'
const SHOWN = 'request_id = (select gongkai.request_shown())'
const OPEN = 'decision is null and published_on is null'

const POLICIES = [
  `alter table gongkai.proactive_proposal enable row level security`,
  `create policy proactive_proposal_read on gongkai.proactive_proposal for select to gongkai_app
    using (${TENANT} and ${own('disclosureOfficer,disclosureHead,leader')})`,
  `create policy proactive_proposal_read_by_applicant on gongkai.proactive_proposal for select to gongkai_app
    using (${TENANT} and ${SHOWN} and suggested_on is not null)`,
  `create policy proactive_proposal_propose on gongkai.proactive_proposal for insert to gongkai_app
    with check (${TENANT} and ${DESK} and proposed_by = ${SELF} and ${OPEN})`,
  `create policy proactive_proposal_suggest on gongkai.proactive_proposal for insert to gongkai_app
    with check (${TENANT} and ${SHOWN} and proposed_by is null and ${OPEN})`,
  `create policy proactive_proposal_decide on gongkai.proactive_proposal for update to gongkai_app
    using (${TENANT} and ${DECIDERS} and decision is null) with check (${TENANT} and ${DECIDERS} and decided_by = ${SELF} and published_on is null)`,
  `create policy proactive_proposal_publish on gongkai.proactive_proposal for update to gongkai_app
    using (${TENANT} and ${DESK} and decision = 'accepted') with check (${TENANT} and ${DESK} and decision = 'accepted' and published_by = ${SELF})`,
  `grant select, insert on gongkai.proactive_proposal to gongkai_app`,
  `grant update (decision, decided_by, decided_on, decided_reason, published_on, published_title, published_address, published_by)
    on gongkai.proactive_proposal to gongkai_app`,
  // Whoever decides on a suggestion has the applicant told.
  `create policy request_news_add_decided on gongkai.request_news for insert to gongkai_app
    with check (${TENANT} and ${DECIDERS} and what = 'suggestionDecided')`,
]
