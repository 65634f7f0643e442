import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** 检索记录, and what is alike among requests (ADR 0025). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const FROM_OUTSIDE = `security definer set search_path = gongkai, pg_temp`
const TENANT = 'tenant_id = gongkai.current_tenant()'
const own = (roles: string) => `authority_id in (select gongkai.authorities_as('{${roles}}'))`
const DESK = own('disclosureOfficer,disclosureHead')
const GIVEN = 'request_id in (select gongkai.requests_given())'

const STATEMENTS = [
  `create table gongkai.request_search (
    tenant_id      uuid not null,
    id             uuid not null,
    request_id     uuid not null,
    authority_id   uuid not null,
    searched_on    date not null,
    period         text,
    systems        text[] not null,
    words          text[] not null,
    files          text[] not null,
    persons        text[] not null check (cardinality(persons) > 0),
    found          text,
    recorded_by    uuid not null,
    recorded_at    timestamptz not null,
    struck_by      uuid,
    struck_at      timestamptz,
    struck_reason  text check (struck_reason <> ''),
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id, authority_id) references gongkai.request (tenant_id, id, authority_id),
    check (cardinality(systems) + cardinality(files) > 0),
    check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null))
  )`,
  // Serves the searches of one request.
  `create index request_search_of on gongkai.request_search (tenant_id, request_id, id)`,
  `alter table gongkai.request_search enable row level security`,
  // Whoever consents to a letter reads what it rests on.
  `create policy request_search_read on gongkai.request_search for select to gongkai_app
    using (${TENANT} and (${own('disclosureOfficer,disclosureHead,secrecyReviewer,leader')} or ${GIVEN}))`,
  `create policy request_search_add on gongkai.request_search for insert to gongkai_app
    with check (${TENANT} and (${DESK} or ${GIVEN}) and recorded_by = gongkai.current_person() and struck_at is null)`,
  `create policy request_search_strike on gongkai.request_search for update to gongkai_app
    using (${TENANT} and ${DESK}) with check (${TENANT} and ${DESK})`,
  `grant select, insert on gongkai.request_search to gongkai_app`,
  `grant update (struck_by, struck_at, struck_reason) on gongkai.request_search to gongkai_app`,

  // Requests of an authority in which much of \`said\` stands too, the most alike first. What stands everywhere tells nothing: looked up are the four pairs of characters
  // that are rarest among the last three hundred requests, and of what they find at most four hundred are compared, so that the cost has a bound. For the desk alone.
  `create function gongkai.requests_alike(authority uuid, said text, other_than uuid, most integer) returns table (id uuid, alike double precision)
    language plpgsql stable ${FROM_OUTSIDE} set plan_cache_mode = force_custom_plan as $$
  declare
    pieces text[] := pairs_of(left(said, 600));
    rare text[];
  begin
    if cardinality(pieces) < 3 or not exists (select from authorities_as('{disclosureOfficer,disclosureHead}') held where held = authority) then
      return;
    end if;
    rare := array(
      select piece from unnest(pieces) piece
        left join (select k, count(*) as times
            from (select r.pairs from request r where r.tenant_id = current_tenant() and r.authority_id = authority order by r.id desc limit 300) last,
              unnest(last.pairs) k
            group by k) known on known.k = piece
        order by (known.times is null), known.times, piece limit 4);
    return query
      select c.id, c.score from (
        select r.id, 2.0::double precision * (select count(*) from (select unnest(r.pairs) intersect select unnest(pieces)) both_)
            / (cardinality(pieces) + greatest(1, cardinality(r.pairs) - cardinality(pairs_of(r.number)))) as score
          from (select * from (select f.id, f.number, f.pairs from request f
              where f.tenant_id = current_tenant() and f.authority_id = authority and f.pairs && rare and f.id is distinct from other_than
              limit 1000) some_ order by some_.id desc limit 200) r offset 0) c
      where c.score >= 0.4 order by c.score desc, c.id desc limit most;
  end $$`,
]
