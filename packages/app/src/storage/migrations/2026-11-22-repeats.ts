import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What was asked under a key of its sender, and what was answered, so that what is sent twice is done once; and tries, counted for all processes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...REPEATS, ...TRIES]) await sql.raw(statement).execute(db)
}

const OWN = 'tenant_id = gongkai.current_tenant() and person_id = gongkai.current_person()'

const REPEATS = [
  // The person is a token too, which has no row among people.
  `create table gongkai.repeat (
    tenant_id     uuid not null references gongkai.tenant,
    person_id     uuid not null,
    key_hash      bytea not null,
    request_hash  bytea not null,
    claim_id      uuid not null,
    claimed_at    timestamptz not null,
    done_at       timestamptz,
    answer        bytea,
    primary key (tenant_id, person_id, key_hash)
  )`,
  // Serves the clearing of what is over a day old.
  `create index repeat_claimed on gongkai.repeat (tenant_id, claimed_at)`,

  // Some at a time, of everybody: whoever sends the next request clears.
  `create function gongkai.clear_repeats(older timestamptz) returns void
    language sql volatile security definer set search_path = gongkai, pg_temp as $$
    delete from repeat where (tenant_id, person_id, key_hash) in (
      select tenant_id, person_id, key_hash from repeat
        where tenant_id = current_tenant() and claimed_at <= older limit 100 for update skip locked) $$`,
  // In the transaction of a command: that it was done under this claim. False where another took the claim over meanwhile.
  `create function gongkai.finish_repeat(person uuid, key bytea, claim uuid, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = gongkai, pg_temp as $$
  begin
    -- A transaction that wrote nothing did nothing.
    if pg_current_xact_id_if_assigned() is null then return true; end if;
    update repeat set done_at = at
      where tenant_id = current_tenant() and person_id = person and key_hash = key and claim_id = claim;
    return found;
  end $$`,

  `alter table gongkai.repeat enable row level security`,
  `create policy repeat_own on gongkai.repeat to gongkai_app using (${OWN}) with check (${OWN})`,
  `grant select, insert, delete on gongkai.repeat to gongkai_app`,
  `grant update (request_hash, claim_id, claimed_at, done_at, answer) on gongkai.repeat to gongkai_app`,
]

const TRIES = [
  // Worth nothing after a crash: it is not written to the log of the server. Nobody reads it but the function below.
  `create unlogged table gongkai.try_count (
    tenant_id  uuid not null,
    key_hash   bytea not null,
    until      timestamptz not null,
    tries      integer not null,
    primary key (tenant_id, key_hash)
  )`,
  // Serves the clearing of windows that are over.
  `create index try_count_until on gongkai.try_count (until)`,
  `alter table gongkai.try_count enable row level security`,
  // Counts a try and answers until when no more are let through; null where this one may go on.
  `create function gongkai.count_try(key bytea, most integer, at timestamptz, window_end timestamptz) returns timestamptz
    language plpgsql volatile security definer set search_path = gongkai, pg_temp as $$
  declare counted try_count;
  begin
    insert into try_count as t values (current_tenant(), key, window_end, 1)
      on conflict (tenant_id, key_hash) do update set
        tries = case when t.until <= at then 1 else least(t.tries, most) + 1 end,
        until = case when t.until <= at then window_end else t.until end
      returning * into counted;
    -- Last, so that whoever holds a row waits for none.
    delete from try_count where ctid in (
      select ctid from try_count where until <= at limit 10 for update skip locked);
    return case when counted.tries > most then counted.until end;
  end $$`,
]
