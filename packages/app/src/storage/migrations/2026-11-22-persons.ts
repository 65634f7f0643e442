import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** A person's data are put right, and erased under a rule; nobody gives a duty to whom a superior authority has in its service. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...STATES, ...REACH, ...POLICIES, ERASE]) {
    await sql.raw(statement).execute(db)
  }
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const STATES = [
  `alter table gongkai.person drop constraint person_state_check`,
  `alter table gongkai.person add constraint person_state_check check (state in ('invited', 'active', 'blocked', 'erased'))`,
]

const HELD = `(a.person_id = person or a.id in (
      select assignment_id from deputation where tenant_id = current_tenant() and deputy_id = person and until >= current_day()))`

const REACH = [
  // Whether all that the person holds or stands in for, today or later, is below what the asker administers; so it is of who holds nothing.
  `create function gongkai.is_within_reach(person uuid) returns boolean
    language sql stable ${FROM_OUTSIDE} as $$
    select not exists (
      select from assignment a where a.tenant_id = current_tenant() and (a.until is null or a.until >= current_day())
        and ${HELD} and a.authority_id not in (select authorities_below('{administrator}'))) $$`,
  // The auditor sees the tokens as the administrators do.
  `create or replace function gongkai.tokens_standing(of_authority uuid) returns table (id uuid, standing text[])
    language sql stable ${FROM_OUTSIDE} as $$
    select t.id, array(select held from unnest(t.roles) held
        where b.dissolved_on is null and b.path && array(select authorities_of(t.made_by, '{administrator}'))
          and (held = 'auditor' or t.authority_id in (select authorities_of(t.made_by, array[held]))))
      from api_token t join authority b on b.tenant_id = t.tenant_id and b.id = t.authority_id
      where t.tenant_id = current_tenant() and t.authority_id = of_authority
        and of_authority in (select authorities_below('{administrator,auditor}')) $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const OWN = `${TENANT} and id = gongkai.current_person() and state = 'active'`

const POLICIES = [
  // One's own telephone and e-mail.
  `create policy person_own on gongkai.person for update to gongkai_app using (${OWN}) with check (${OWN})`,
  `alter policy assignment_add on gongkai.assignment with check (${TENANT}
    and authority_id in (select gongkai.authorities_below('{administrator}')) and gongkai.is_within_reach(person_id))`,
  // As before, but one looks at a page of the log, not at the whole of it.
  `alter policy event_payload_read on gongkai.event_payload using (${TENANT}
    and exists (select from gongkai.event e where e.tenant_id = event_payload.tenant_id and e.id = event_payload.event_id))`,
  // To persons: a program that reads as an auditor sees no other program's token.
  `alter policy api_token_read on gongkai.api_token
    using (${TENANT} and authority_id in (select gongkai.authorities_below('{administrator,auditor}'))
      and (select exists (select from gongkai.person where id = gongkai.current_person())))`,
]

/**
 * Takes away what is known of a person who holds nothing any more, and what stands beside the events about the person; the row stays, because
 * others point to it. Only for who administers every authority in which the person ever held something. Answers whose payloads were erased; null where
 * the asker may not or the person holds something.
 */
const ERASE = `
  create function gongkai.erase_person(person uuid, under text, at timestamptz) returns uuid[] language plpgsql ${FROM_OUTSIDE} as $$
  declare erased uuid[];
  begin
    if not exists (select from assignment a where a.tenant_id = current_tenant() and a.person_id = person)
      or exists (select from assignment a where a.tenant_id = current_tenant() and a.person_id = person
        and a.authority_id not in (select authorities_below('{administrator}')))
      or exists (select from assignment a where a.tenant_id = current_tenant()
        and (a.until is null or a.until >= current_day()) and ${HELD}) then
      return null;
    end if;
    delete from credential c where c.tenant_id = current_tenant() and c.person_id = person;
    delete from passkey k where k.tenant_id = current_tenant() and k.person_id = person;
    delete from identity i where i.tenant_id = current_tenant() and i.person_id = person;
    delete from link l where l.tenant_id = current_tenant() and l.person_id = person;
    update session s set address = null, agent = null, ended_at = coalesce(s.ended_at, at), ended_why = coalesce(s.ended_why, 'blocked')
      where s.tenant_id = current_tenant() and s.person_id = person;
    update person p set login = 'erased-' || p.id, name = '（已依规清除）', phone = null, email = null, state = 'erased', version = p.version + 1
      where p.tenant_id = current_tenant() and p.id = person;
    with taken as (
      update event_payload y set sealed = null, erased_at = at, erased_under = under
        where y.tenant_id = current_tenant() and y.sealed is not null and y.event_id in (
          select e.id from event e where e.tenant_id = current_tenant() and e.subject_kind = 'person' and e.subject_id = person::text)
        returning y.event_id)
    select coalesce(array_agg(event_id order by event_id), '{}') into erased from taken;
    return erased;
  end $$`
