import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Requests and remedies of an authority that ended: told to who ends it, and answered under the numbers of the one that carries on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const STATEMENTS = [
  // As before; of what is carried on the series are those of the authority that carries it on.
  `create or replace function gongkai.number_letter() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    if (old.number_code, old.number_year) is not distinct from (new.number_code, new.number_year) then return new; end if;
    if old.number_code is not null or new.state <> 'inReview' or not is_consented(new) then
      raise exception 'no number is given here' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from number_series s join authority a on a.tenant_id = s.tenant_id and a.id = new.authority_id
      where s.tenant_id = new.tenant_id and s.authority_id = coalesce(a.carrier_id, a.id) and s.code = new.number_code and s.until is null) then
      raise exception 'no such series of the authority' using errcode = 'insufficient_privilege';
    end if;
    insert into letter_counter as c values (new.tenant_id, new.number_code, new.number_year, 1)
      on conflict (tenant_id, code, year) do update set last = c.last + 1
      returning last into new.number_no;
    return new;
  end $$`,
  // An administrator reads no requests: of what is open in an authority, and in what it carries on, this much is told.
  `create function gongkai.unfinished_requests(of_authority uuid) returns table (id uuid, authority_id uuid, what text)
    language sql stable ${FROM_OUTSIDE} as $$
    with places as (select a.id from authority a where a.tenant_id = current_tenant() and of_authority in (a.id, a.carrier_id)
      and of_authority in (select authorities_below('{administrator}')))
    select r.id, r.authority_id, 'request' from request r
      where r.tenant_id = current_tenant() and r.authority_id in (select p.id from places p) and r.closed_on is null
    union all
    select m.id, m.authority_id, 'remedy' from remedy m
      where m.tenant_id = current_tenant() and m.authority_id in (select p.id from places p) and m.struck_at is null
        and (m.redo_from is not null and m.redone_on is null or exists (select from remedy_instance i
          where i.tenant_id = m.tenant_id and i.remedy_id = m.id and i.decided_on is null))
    order by 3 desc, 1 $$`,
]
