import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 分案: one paper becomes several requests; it keeps its number and is counted nowhere itself (ADR 0032). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const STATEMENTS = [
  // What was split is counted by its parts; a part whose split was undone, by what it came from.
  `alter table gongkai.request drop constraint request_set_aside_check`,
  `alter table gongkai.request add constraint request_set_aside_check
    check (set_aside in ('struck', 'notReceived', 'split', 'rejoined'))`,
  // The steps of the whole that stand, to a part that has none: as they were recorded, by whom and when. Whoever made the part alone.
  `create function gongkai.copy_steps(whole uuid, part uuid) returns void language plpgsql volatile ${FROM_OUTSIDE} as $$
  begin
    if not exists (select from request_join j where j.tenant_id = current_tenant() and j.request_id = part and j.other_id = whole
        and j.kind = 'partOf' and j.undone_at is null and j.made_by = current_person()
        and j.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}')))
      or exists (select from request_step s where s.tenant_id = current_tenant() and s.request_id = part) then
      raise exception 'steps are copied to a new part alone' using errcode = 'insufficient_privilege';
    end if;
    insert into request_step (tenant_id, request_id, no, authority_id, taken_on, step, note, recorded_by, recorded_at, letter_id,
        unpapered_reason, unpapered_by, unpapered_at)
      select s.tenant_id, part, s.no, s.authority_id, s.taken_on, s.step, s.note, s.recorded_by, s.recorded_at, s.letter_id,
          s.unpapered_reason, s.unpapered_by, s.unpapered_at
        from request_step s where s.tenant_id = current_tenant() and s.request_id = whole and s.struck_at is null;
  end $$`,
  // Whoever proves himself with the whole is told the numbers of its parts, and nothing else of them.
  `create function gongkai.parts_shown() returns table (number text) language sql stable ${FROM_OUTSIDE} as $$
    select r.number from request_join j join request r on r.tenant_id = j.tenant_id and r.id = j.request_id
      where j.tenant_id = current_tenant() and j.other_id = request_shown() and j.kind = 'partOf' and j.undone_at is null
      order by r.number $$`,
  // As before; and the whole, with what came with it, stays as long as a part.
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
    end $$`,
]
