import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** A decision that is made anew after one was sent; whose sending a step is; why a step has no paper; what was sent otherwise than registered (ADR 0026). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // 重新作出: as it was ordered, or 自行纠正; which decision it takes the place of, and on whose order.
  `alter table gongkai.request_letter
    add column anew text check (anew in ('ordered', 'corrected')),
    add column replaces_id uuid,
    add column remedy_id uuid,
    add foreign key (tenant_id, replaces_id, authority_id) references gongkai.request_letter (tenant_id, id, authority_id),
    add foreign key (tenant_id, remedy_id, authority_id) references gongkai.remedy (tenant_id, id, authority_id),
    add check (anew is null or decides),
    add check (replaces_id is null or anew is not null),
    add check ((remedy_id is not null) = (anew is not distinct from 'ordered'))`,
  // A request is decided once, and each decision is replaced once.
  `drop index gongkai.request_letter_decision`,
  `create unique index request_letter_decision on gongkai.request_letter
    (tenant_id, request_id, coalesce(replaces_id, '00000000-0000-0000-0000-000000000000')) where decides and state <> 'discarded'`,

  // The letter that the step is the sending or the arrival of; none of a step that was recorded by itself, which then owes its paper or says why not.
  `alter table gongkai.request_step
    add column letter_id uuid,
    add column unpapered_reason text check (unpapered_reason <> ''),
    add column unpapered_by uuid,
    add column unpapered_at timestamptz,
    add foreign key (tenant_id, letter_id, authority_id) references gongkai.request_letter (tenant_id, id, authority_id),
    add check ((unpapered_reason is null) = (unpapered_by is null) and (unpapered_reason is null) = (unpapered_at is null))`,
  `create index request_step_letter on gongkai.request_step (tenant_id, letter_id) where letter_id is not null`,
  `grant update (unpapered_reason, unpapered_by, unpapered_at) on gongkai.request_step to gongkai_app`,
  `update gongkai.request_step s set letter_id = l.id from gongkai.request_letter l
    where l.tenant_id = s.tenant_id and l.request_id = s.request_id and s.struck_at is null and l.sent_on is not null
      and ((s.taken_on = l.sent_on and (
          (l.decides and s.step ->> 'name' in ('reply', 'abandon', 'withdraw'))
          or (l.kind, s.step ->> 'name') in (('correctionNotice', 'askCorrection'), ('reasonsNotice', 'askReasons'),
            ('extensionNotice', 'extend'), ('feeNotice', 'askFee'))
          or (s.step ->> 'name' = 'consult' and s.step ->> 'consultation' = coalesce(l.number, l.id::text))))
        or (s.taken_on = l.served_on and (
          (l.kind = 'feeNotice' and s.step ->> 'name' = 'feeNoticeArrives')
          or (s.step ->> 'name' = 'consultationArrives' and s.step ->> 'consultation' = coalesce(l.number, l.id::text)))))`,

  // 更正送出的登记: who was said to have signed for it did not; the head of the office alone puts that right.
  `create function gongkai.unserve_letter() returns trigger language plpgsql set search_path = gongkai, pg_temp as $$
  begin
    if new.authority_id not in (select authorities_as('{disclosureHead}')) then
      raise exception 'only the head puts right what was sent' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`,
  `drop trigger move_letter on gongkai.request_letter`,
  `create trigger move_letter before update of state on gongkai.request_letter for each row
    when (not (old.state = 'served' and new.state = 'sent')) execute function gongkai.move_letter()`,
  `create trigger unserve_letter before update of state on gongkai.request_letter for each row
    when (current_user = 'gongkai_app' and old.state = 'served' and new.state = 'sent') execute function gongkai.unserve_letter()`,
]
