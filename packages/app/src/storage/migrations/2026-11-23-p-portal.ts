import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What is not filed, or still owes a paper, is not erased (ADR 0030); what was published of requests is found by who asks for the like; who asked takes along what came after the answer, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...ERASURE, ...PUBLISHED, OWN_DATA]) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

/** When a request was over: closed, filed for the first time, and the last remedy against it decided. What is filed again begins no new time. */
const OVER = `greatest(r.closed_on, (select min(f.filed_on) from gongkai.request_filing f where f.tenant_id = r.tenant_id and f.request_id = r.id),
  (select max(i.decided_on) from gongkai.remedy m
  join gongkai.remedy_instance i on i.tenant_id = m.tenant_id and i.remedy_id = m.id
  where m.tenant_id = r.tenant_id and m.request_id = r.id and m.struck_at is null))`

const ERASURE = [
  `create index request_step_owing on gongkai.request_step (tenant_id, request_id)
    where struck_at is null and letter_id is null and unpapered_at is null and step ->> 'name' in ('extend', 'postpone', 'abandon', 'withdraw')`,
  // As before; and what still owes the applicant a paper, and what does not lie filed as it stands. What was set aside is no request, and what was closed elsewhere was filed there.
  `create or replace function gongkai.stopped_by(request gongkai.request) returns text language sql stable as $$
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
      when exists (select from gongkai.request_join j
        join gongkai.request p on p.tenant_id = j.tenant_id and p.id = j.request_id and p.erased_at is null
        where j.tenant_id = request.tenant_id and j.other_id = request.id and j.kind = 'partOf' and j.undone_at is null) then 'part'
      when request.set_aside is not null then null
      when request.original_number is null and exists (select from gongkai.request_step s
        where s.tenant_id = request.tenant_id and s.request_id = request.id and s.struck_at is null and s.letter_id is null
          and s.unpapered_at is null and s.step ->> 'name' in ('extend', 'postpone', 'abandon', 'withdraw')
          and not exists (select from gongkai.request_letter l where l.tenant_id = s.tenant_id and l.request_id = s.request_id
            and l.sent_on is not null and l.kind = case s.step ->> 'name' when 'extend' then 'extensionNotice'
              when 'postpone' then 'postponementNotice' when 'abandon' then 'abandoned' else 'closure' end)) then 'paper'
      when request.filed_on is null and not (request.original_number is not null
        and request.closed_on < (request.registered_at at time zone 'Asia/Shanghai')::date) then 'filing'
    end $$`,
  `create or replace function gongkai.requests_due(of_authority uuid, over_before date) returns table (id uuid, number text, over_on date, stopped text)
    language sql stable ${FROM_OUTSIDE} as $$
    select r.id, r.number, ${OVER}, stopped_by(r) from request r
      where r.tenant_id = current_tenant() and r.authority_id = of_authority and r.erased_at is null and r.closed_on < over_before
        and ${OVER} < over_before
        and (is_system() or of_authority in (select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))
          or of_authority in (select authorities_below('{supervisingOfficer,auditor}')))
      order by r.closed_on, r.id $$`,
]

const PUBLISHED = [
  `alter table gongkai.proactive_proposal add column title_pairs text[]
    generated always as (gongkai.pairs_of(published_title)) stored`,
  // Serves the search below alone.
  `create index proactive_proposal_published on gongkai.proactive_proposal using gin (title_pairs) where published_on is not null`,
  // 依申请公开转主动公开 that is published and whose title has most of its characters in common with what is asked for. For everybody: it is public.
  `create function gongkai.published_alike(said text, most integer) returns table (authority text, title text, address text)
    language plpgsql stable ${FROM_OUTSIDE} set plan_cache_mode = force_custom_plan as $$
  declare pieces text[] := pairs_of(left(said, 600));
  begin
    return query
      select c.name, c.published_title, c.published_address from (
        select a.name, p.published_title, p.published_address, p.published_on, p.id, p.title_pairs,
            (select count(*) from (select unnest(p.title_pairs) intersect select unnest(pieces)) both_) as common
          from proactive_proposal p join authority a on a.tenant_id = p.tenant_id and a.id = p.authority_id
          where p.tenant_id = current_tenant() and p.published_on is not null and p.title_pairs && pieces) c
        where c.common >= 4 and c.common >= 0.6 * least(cardinality(c.title_pairs), cardinality(pieces))
        order by c.common desc, c.published_on desc, c.id desc limit most;
  end $$`,
]

// As before; and of what came after the answer: which authority he was told to ask, what he suggested and what became of it, when what he was refused was looked at again.
const OWN_DATA = `create or replace function gongkai.own_data(of_request uuid, readings text[]) returns json
  language sql stable ${FROM_OUTSIDE} as $$
  select json_build_object(
    'people', (select coalesce(json_agg(json_build_object('place', p.place, 'part', p.part, 'name', p.name, 'idKind', p.id_kind,
        'sealed', encode(p.sealed, 'hex')) order by p.place), '[]')
      from request_person p where p.tenant_id = r.tenant_id and p.request_id = r.id),
    'files', (select coalesce(json_agg(json_build_object('id', f.id, 'purpose', f.purpose, 'name', f.name, 'mediaType', f.media_type,
        'bytes', f.bytes, 'addedOn', (f.added_at at time zone 'Asia/Shanghai')::date, 'isOwn', f.added_by is null) order by f.id), '[]')
      from request_file f where f.tenant_id = r.tenant_id and f.request_id = r.id and f.erased_at is null
        and (f.added_by is null or f.purpose <> 'other')),
    'letters', (select coalesce(json_agg(json_build_object('kind', l.kind, 'documentNumber', l.number, 'sentOn', l.sent_on, 'sentWay', l.sent_way,
        'servedOn', l.served_on) order by l.id), '[]')
      from request_letter l where l.tenant_id = r.tenant_id and l.request_id = r.id and l.sent_on is not null and l.sent_way <> 'file'),
    'news', (select coalesce(json_agg(json_build_object('what', n.what, 'way', n.way, 'happenedOn', n.happened_on,
        'toldOn', (n.told_at at time zone 'Asia/Shanghai')::date) order by n.id), '[]')
      from request_news n where n.tenant_id = r.tenant_id and n.request_id = r.id),
    'corrections', (select coalesce(json_agg((c.corrected_at at time zone 'Asia/Shanghai')::date order by c.no), '[]')
      from request_correction c where c.tenant_id = r.tenant_id and c.request_id = r.id),
    'advices', (select coalesce(json_agg(json_build_object('on', v.advised_on, 'competent', v.competent, 'contact', v.contact, 'reason', v.reason,
        'told', v.told, 'answer', v.answer) order by v.advised_on, v.id), '[]')
      from request_advice v where v.tenant_id = r.tenant_id and v.request_id = r.id and v.told <> 'inside' and v.struck_at is null),
    'suggestions', (select coalesce(json_agg(json_build_object('on', g.suggested_on, 'reason', g.reason, 'says', g.says, 'decision', g.decision,
        'decidedOn', g.decided_on, 'answer', g.decided_reason, 'publishedOn', g.published_on, 'title', g.published_title,
        'address', g.published_address) order by g.id), '[]')
      from proactive_proposal g where g.tenant_id = r.tenant_id and g.request_id = r.id and g.suggested_on is not null),
    'reevaluations', (select coalesce(json_agg(json_build_object('on', v.happened_on, 'outcome', v.outcome) order by v.id), '[]')
      from reevaluation v where v.tenant_id = r.tenant_id and v.request_id = r.id),
    'readings', (select coalesce(json_agg(e order by e."on", e.name, e.role), '[]') from (
        select (e.happened_at at time zone 'Asia/Shanghai')::date as "on", e.role, e.name, count(*)::integer as count
          from event e where e.tenant_id = r.tenant_id and e.subject_kind = 'request' and e.subject_id = r.id::text and e.name = any (readings)
          group by 1, 2, 3) e))
  from request r where r.tenant_id = current_tenant() and r.id = of_request
    and (r.id = request_shown() or r.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))) $$`
