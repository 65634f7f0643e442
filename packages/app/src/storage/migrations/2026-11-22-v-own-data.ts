import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Who asked may see and take along what is kept of him; who looked at it is found by authority (ADR 0030). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [OWN_DATA, READINGS]) await sql.raw(statement).execute(db)
}

// For whoever has number and secret, and for the desk that gives it out over the counter; of the work of the authority nothing but when which role looked at what.
const OWN_DATA = `create function gongkai.own_data(of_request uuid, readings text[]) returns json
  language sql stable security definer set search_path = gongkai, pg_temp as $$
  select json_build_object(
    'people', (select coalesce(json_agg(json_build_object('place', p.place, 'part', p.part, 'name', p.name, 'idKind', p.id_kind,
        'sealed', encode(p.sealed, 'hex')) order by p.place), '[]')
      from request_person p where p.tenant_id = r.tenant_id and p.request_id = r.id),
    'files', (select coalesce(json_agg(json_build_object('id', f.id, 'purpose', f.purpose, 'name', f.name, 'mediaType', f.media_type,
        'bytes', f.bytes, 'addedOn', (f.added_at at time zone 'Asia/Shanghai')::date, 'isOwn', f.added_by is null) order by f.id), '[]')
      from request_file f where f.tenant_id = r.tenant_id and f.request_id = r.id and f.erased_at is null
        and (f.added_by is null or f.purpose <> 'other')),
    'letters', (select coalesce(json_agg(json_build_object('kind', l.kind, 'documentNumber', l.number, 'sentOn', l.sent_on, 'sentWay', l.sent_way,
        'servedOn', l.served_on) order by l.id), '[]')
      from request_letter l where l.tenant_id = r.tenant_id and l.request_id = r.id and l.sent_on is not null and l.sent_way <> 'file'),
    'news', (select coalesce(json_agg(json_build_object('what', n.what, 'way', n.way, 'happenedOn', n.happened_on,
        'toldOn', (n.told_at at time zone 'Asia/Shanghai')::date) order by n.id), '[]')
      from request_news n where n.tenant_id = r.tenant_id and n.request_id = r.id),
    'corrections', (select coalesce(json_agg((c.corrected_at at time zone 'Asia/Shanghai')::date order by c.no), '[]')
      from request_correction c where c.tenant_id = r.tenant_id and c.request_id = r.id),
    'readings', (select coalesce(json_agg(e order by e."on", e.name, e.role), '[]') from (
        select (e.happened_at at time zone 'Asia/Shanghai')::date as "on", e.role, e.name, count(*)::integer as count
          from event e where e.tenant_id = r.tenant_id and e.subject_kind = 'request' and e.subject_id = r.id::text and e.name = any (readings)
          group by 1, 2, 3) e))
  from request r where r.tenant_id = current_tenant() and r.id = of_request
    and (r.id = request_shown() or r.authority_id in (select authorities_as('{disclosureOfficer,disclosureHead}'))) $$`

// Serves the list and the counts of who looked at what; the statements name the same events.
const READINGS = `create index event_readings on gongkai.event (tenant_id, authority_id, seq desc) include (happened_at)
  where name in ('applicantRead', 'requestFileRead', 'requestLetterRead', 'requestLetterFileRead', 'requestMaterialRead', 'requestFilingRead',
    'ownDataTaken', 'ownDataGiven')`
