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
  // Writes down files before they are stored: `lot` is what several senders send at once. Where a limit is reached nothing is written of that sender, and the answer is whose it is.
  `create function gongkai.announce_files(lot json, at timestamptz, most_of_sender bigint, most_of_authority bigint)
    returns table (no integer, reached text) language sql volatile ${FROM_OUTSIDE} as $$
    with sent as (
      select l.no, decode(l.sender, 'hex') as sender, l.authority, l.files,
          (select coalesce(sum(f.bytes), 0) from json_to_recordset(l.files) as f (bytes bigint)) as bytes
        from json_to_recordset(lot) as l (no integer, sender text, authority uuid, files json)),
    of_sender as (
      select s.sender, (select coalesce(sum(a.bytes), 0) from announced_file a where a.tenant_id = current_tenant() and a.sender = s.sender) as bytes
        from (select distinct sender from sent where sender is not null) s),
    of_authority as (
      select s.authority, (select coalesce(sum(f.bytes), 0) from request r
          join request_file f on f.tenant_id = r.tenant_id and f.request_id = r.id
          where r.tenant_id = current_tenant() and r.authority_id = s.authority and r.stage = 'arrived') as bytes
        from (select distinct authority from sent where authority is not null) s),
    judged as (
      select s.no, s.sender, s.files, case
          when o.bytes + sum(s.bytes) over (partition by s.sender order by s.no) > most_of_sender then 'sender'
          when h.bytes + sum(s.bytes) over (partition by s.authority order by s.no) > most_of_authority then 'authority'
        end as reached
        from sent s left join of_sender o on o.sender = s.sender left join of_authority h on h.authority = s.authority),
    written as (
      insert into announced_file (tenant_id, digest, bytes, sender, announced_at)
        select current_tenant(), f.digest, f.bytes, j.sender, at
          from judged j, json_to_recordset(j.files) as f (digest text, bytes bigint) where j.reached is null)
    select no, reached from judged $$`,
  // What was announced before a time, and whether a request names it; the region alone asks, and forgets what it has dealt with.
  `create function gongkai.announced_before(at timestamptz, most integer) returns table (digest text, is_named boolean)
    language sql stable ${FROM_OUTSIDE} as $$
    select a.digest, exists (select from request_file f where f.tenant_id = a.tenant_id and f.digest = a.digest)
        or exists (select from request_stored f where f.tenant_id = a.tenant_id and f.digest = a.digest)
      from announced_file a where a.tenant_id = current_tenant() and is_system() and a.announced_at < at
      order by a.announced_at limit most $$`,
  `create function gongkai.forget_announced(digests text[]) returns void
    language sql volatile ${FROM_OUTSIDE} as $$
    delete from announced_file where tenant_id = current_tenant() and is_system() and digest = any(digests) $$`,
]
