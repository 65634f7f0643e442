import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** What applicants send: files that are announced before they are stored, so that none stays that no request names (ADR 0029). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of FILES) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const FILES = [
  // Nobody reads or writes it but by the functions below. `sender` is a keyed digest of the address and the day.
  `create table gongkai.announced_file (
    tenant_id     uuid not null,
    digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
    bytes         bigint not null check (bytes >= 0),
    sender        bytea,
    announced_at  timestamptz not null,
    primary key (tenant_id, digest)
  )`,
  `alter table gongkai.announced_file enable row level security`,
  // Serve the bytes of one sender, and the sweep.
  `create index announced_file_sender on gongkai.announced_file (tenant_id, sender) include (bytes) where sender is not null`,
  `create index announced_file_at on gongkai.announced_file (tenant_id, announced_at)`,
  // Serves the bytes that wait to be confirmed, and whoever waits.
  `create index request_unconfirmed on gongkai.request (tenant_id, authority_id) where stage = 'arrived'`,
  // Writes down files before they are stored. Where a limit is reached nothing is written, and the answer is whose it is.
  `create function gongkai.announce_files(files json, at timestamptz, sender bytea, most_of_sender bigint, authority uuid, most_of_authority bigint)
    returns text language plpgsql volatile ${FROM_OUTSIDE} as $$
  declare
    coming bigint := (select coalesce(sum(bytes), 0) from json_to_recordset(files) as f (bytes bigint));
  begin
    if announce_files.sender is not null and coming + (select coalesce(sum(a.bytes), 0) from announced_file a
        where a.tenant_id = current_tenant() and a.sender = announce_files.sender) > most_of_sender then
      return 'sender';
    end if;
    if authority is not null and coming + (select coalesce(sum(f.bytes), 0) from request r
        join request_file f on f.tenant_id = r.tenant_id and f.request_id = r.id
        where r.tenant_id = current_tenant() and r.authority_id = authority and r.stage = 'arrived') > most_of_authority then
      return 'authority';
    end if;
    insert into announced_file (tenant_id, digest, bytes, sender, announced_at)
      select current_tenant(), f.digest, f.bytes, announce_files.sender, at
        from json_to_recordset(files) as f (digest text, bytes bigint);
    return null;
  end $$`,
  // What was announced before a time, and whether a request names it; the region alone asks, and forgets what it has dealt with.
  `create function gongkai.announced_before(at timestamptz, most integer) returns table (digest text, is_named boolean)
    language sql stable ${FROM_OUTSIDE} as $$
    select a.digest, exists (select from request_file f where f.tenant_id = a.tenant_id and f.digest = a.digest)
      from announced_file a where a.tenant_id = current_tenant() and is_system() and a.announced_at < at
      order by a.announced_at limit most $$`,
  `create function gongkai.forget_announced(digests text[]) returns void
    language sql volatile ${FROM_OUTSIDE} as $$
    delete from announced_file where tenant_id = current_tenant() and is_system() and digest = any(digests) $$`,
]
