import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** The files of what waits to be confirmed are looked up request by request: joined, all of the region were read for each of them wherever the statistics of the table were old. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ANNOUNCE).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`

const ANNOUNCE = `create or replace function gongkai.announce_files(lot json, at timestamptz, most_of_sender bigint, most_of_authority bigint)
    returns table (no integer, reached text) language sql volatile ${FROM_OUTSIDE} as $$
    with sent as (
      select l.no, decode(l.sender, 'hex') as sender, l.authority, l.files,
          (select coalesce(sum(f.bytes), 0) from json_to_recordset(l.files) as f (bytes bigint)) as bytes
        from json_to_recordset(lot) as l (no integer, sender text, authority uuid, files json)),
    of_sender as (
      select s.sender, (select coalesce(sum(a.bytes), 0) from announced_file a where a.tenant_id = current_tenant() and a.sender = s.sender) as bytes
        from (select distinct sender from sent where sender is not null) s),
    of_authority as (
      select s.authority, (select coalesce(sum(
            (select coalesce(sum(f.bytes), 0) from request_file f where f.tenant_id = current_tenant() and f.request_id = r.id)), 0)
          from request r where r.tenant_id = current_tenant() and r.authority_id = s.authority and r.stage = 'arrived') as bytes
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
    select no, reached from judged $$`
