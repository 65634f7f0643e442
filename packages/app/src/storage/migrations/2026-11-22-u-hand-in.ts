import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Forms that come together are written together: nobody in particular hands in by one function, and no longer row by row (ADR 0021). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // What is new of a request nobody received yet is as the form gives it; all else is not for the sender to say. A form that came in before is not kept again, and has no row in the answer.
  `create function gongkai.hand_in(requests json, people json, files json) returns setof gongkai.request
    language plpgsql volatile security definer set search_path = gongkai, pg_temp as $$
  begin
    if current_person() is not null then raise exception 'who is signed in registers at the desk'; end if;
    insert into request (tenant_id, id, authority_id, year, kind, channel, arrived_on, applicant_confirmed_on, applicant_kind,
        applicant_masked, wanted, wanted_title, wanted_number, form, way, help, secret_hash, registered_at, news_way, stage, next_on, next_what)
      select current_tenant(), n.id, n.authority_id, n.year, n.kind, 'online', n.arrived_on, n.applicant_confirmed_on, n.applicant_kind,
        n.applicant_masked, n.wanted, n.wanted_title, n.wanted_number, n.form, n.way, n.help, n.secret_hash, n.registered_at, n.news_way, 'arrived',
        n.next_on, n.next_what
      from json_populate_recordset(null::request, requests) n
      where not exists (select from request r where r.tenant_id = current_tenant() and r.secret_hash = n.secret_hash);
    insert into request_person (tenant_id, request_id, place, authority_id, part, name, id_kind, identity_hash, sealed)
      select r.tenant_id, r.id, n.place, r.authority_id, n.part, n.name, n.id_kind, n.identity_hash, n.sealed
      from json_populate_recordset(null::request_person, people) n
        join request r on r.tenant_id = current_tenant() and r.id = n.request_id and r.xmin = pg_current_xact_id()::xid;
    insert into request_file (tenant_id, id, request_id, authority_id, purpose, name, media_type, bytes, digest, added_at)
      select r.tenant_id, n.id, r.id, r.authority_id, n.purpose, n.name, n.media_type, n.bytes, n.digest, n.added_at
      from json_populate_recordset(null::request_file, files) n
        join request r on r.tenant_id = current_tenant() and r.id = n.request_id and r.xmin = pg_current_xact_id()::xid;
    return query select r.* from json_populate_recordset(null::request, requests) n
      join request r on r.tenant_id = current_tenant() and r.id = n.id;
  end $$`,
  `drop policy request_add_online on gongkai.request`,
  `drop policy request_person_add_by_applicant on gongkai.request_person`,
]
