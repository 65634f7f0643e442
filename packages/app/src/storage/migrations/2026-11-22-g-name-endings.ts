import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Authorities are found by any part of a name, at the cost of those that are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const STATEMENTS = [
  // A part of a name begins one of its endings. Nobody reads or writes them but by the functions below: under row-level security no index
  // serves a search in text, whose operators are not leakproof. (Trigrams would not do: most words that are looked for have two characters.)
  `create table gongkai.authority_ending (
    tenant_id     uuid not null,
    -- In the order of its bytes, so that what begins alike is a range of the key.
    ending        text collate "C" not null,
    authority_id  uuid not null,
    kind          text not null check (kind in ('name', 'short', 'former')),
    primary key (tenant_id, ending, authority_id, kind),
    foreign key (tenant_id, authority_id) references gongkai.authority
  )`,
  `alter table gongkai.authority_ending enable row level security`,
  `create function gongkai.endings_of(name text) returns setof text language sql immutable strict as $$
    select substr(name, at) from generate_series(1, length(name)) as at $$`,
  `insert into gongkai.authority_ending
    select tenant_id, gongkai.endings_of(name), id, 'name' from gongkai.authority
    union all select tenant_id, gongkai.endings_of(short_name), id, 'short' from gongkai.authority`,
  `insert into gongkai.authority_ending
    select distinct tenant_id, gongkai.endings_of(name_before), authority_id, 'former' from gongkai.authority_change`,
  `create function gongkai.keep_endings() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    if tg_op = 'UPDATE' then
      delete from authority_ending where tenant_id = old.tenant_id and authority_id = old.id and kind <> 'former'
        and ending in (select endings_of(old.name) union select endings_of(old.short_name));
    end if;
    insert into authority_ending
      select new.tenant_id, endings_of(new.name), new.id, 'name' union all select new.tenant_id, endings_of(new.short_name), new.id, 'short';
    return null;
  end $$`,
  `create trigger keep_endings after insert on gongkai.authority for each row execute function gongkai.keep_endings()`,
  `create trigger keep_endings_changed after update of name, short_name on gongkai.authority for each row
    when ((old.name, old.short_name) is distinct from (new.name, new.short_name)) execute function gongkai.keep_endings()`,
  `create function gongkai.keep_former_endings() returns trigger language plpgsql ${FROM_OUTSIDE} as $$
  begin
    insert into authority_ending select new.tenant_id, endings_of(new.name_before), new.authority_id, 'former' on conflict do nothing;
    return null;
  end $$`,
  `create trigger keep_former_endings after insert on gongkai.authority_change for each row
    when (new.name_before is not null) execute function gongkai.keep_former_endings()`,
  // The authorities of the region with \`part\` in their name, their short name or a former name; null where there are about \`most\` or more.
  // Tells nothing that is not told anyway: names of authorities, present and former, are public, and their policies open them to whoever asks.
  `create function gongkai.authorities_named(part text, most integer) returns uuid[]
    language sql stable ${FROM_OUTSIDE} as $$
    select case when count(*) < most then coalesce(array_agg(distinct authority_id), '{}') end
    from (select authority_id from authority_ending
      where tenant_id = current_tenant() and ending >= part and ending < part || chr(1114111) limit most) found $$`,
]
