import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Tokens with which programs ask for an authority, and what the database lets them do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const TABLES = [
  `create table gongkai.api_token (
    tenant_id     uuid not null,
    id            uuid not null,
    authority_id  uuid not null,
    name          text not null check (name <> ''),
    token_hash    bytea not null,
    scopes        text[] not null,
    roles         text[] not null,
    made_by       uuid not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    revoked_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, authority_id) references gongkai.authority,
    foreign key (tenant_id, made_by) references gongkai.person,
    -- A program neither administers nor decides.
    check (cardinality(roles) > 0 and roles <@ '{auditor,disclosureOfficer,supervisingOfficer}')
  )`,
  // Serves the list of an authority's tokens, newest first.
  `create index api_token_of on gongkai.api_token (tenant_id, authority_id, id desc)`,
  `create trigger refuse_dissolved before insert on gongkai.api_token
    for each row execute function gongkai.refuse_dissolved()`,
]

const FUNCTIONS = [
  // What a person holds today, also as a deputy: whoever asks, or whoever made the token that asks.
  `create function gongkai.authorities_of(holder uuid, roles text[]) returns setof uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select a.authority_id from assignment a
      join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.state = 'active'
      where a.tenant_id = current_tenant() and a.person_id = holder and a.role = any (roles)
        and a.since <= current_day() and (a.until is null or a.until >= current_day())
    union
    select a.authority_id from deputation d
      join assignment a on a.tenant_id = d.tenant_id and a.id = d.assignment_id
      join person h on h.tenant_id = a.tenant_id and h.id = a.person_id and h.state = 'active'
      join person p on p.tenant_id = d.tenant_id and p.id = d.deputy_id and p.state = 'active'
      where d.tenant_id = current_tenant() and d.deputy_id = holder and a.role = any (roles)
        and d.since <= current_day() and d.until >= current_day()
        and a.since <= current_day() and (a.until is null or a.until >= current_day()) $$`,
  // Told only to the functions of the owner: what another person holds is nobody's question.
  `revoke execute on function gongkai.authorities_of from public`,
  `create or replace function gongkai.authorities_as(roles text[]) returns setof uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select authorities_of(current_person(), roles)
    union
    select t.authority_id from api_token t
      where t.tenant_id = current_tenant() and t.id = current_person() and t.revoked_at is null
        and t.roles && authorities_as.roles $$`,
  `create or replace function gongkai.is_staff() returns boolean
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select exists (select from person where tenant_id = current_tenant() and id = current_person() and state = 'active')
      or exists (select from api_token where tenant_id = current_tenant() and id = current_person() and revoked_at is null) $$`,
  // Which token is meant, before anybody is known; it notes, to the minute, that it was used.
  `create function gongkai.use_token(wanted bytea, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = gongkai, pg_temp as $$
  declare found_id uuid;
  begin
    select t.id into found_id from api_token t
      join authority b on b.tenant_id = t.tenant_id and b.id = t.authority_id and b.dissolved_on is null
      where t.tenant_id = current_tenant() and t.token_hash = wanted and t.revoked_at is null and t.expires_at > at
        and b.path && array(select authorities_of(t.made_by, '{administrator}'));
    update api_token set used_at = at
      where tenant_id = current_tenant() and id = found_id and (used_at is null or used_at < at - interval '1 minute');
    return found_id;
  end $$`,
  // Whose affair a token is. That it is there is no secret.
  `create function gongkai.authority_of_token(token uuid) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as
    $$ select authority_id from api_token where tenant_id = current_tenant() and id = token $$`,
]

const TENANT = 'tenant_id = gongkai.current_tenant()'
const ADMINISTERED = `authority_id in (select gongkai.authorities_below('{administrator}'))`

const POLICIES = [
  `alter table gongkai.api_token enable row level security`,
  `create policy api_token_read on gongkai.api_token for select to gongkai_app using (${TENANT} and ${ADMINISTERED})`,
  `create policy api_token_self on gongkai.api_token for select to gongkai_app using (${TENANT} and id = gongkai.current_person())`,
  `create policy api_token_make on gongkai.api_token for insert to gongkai_app
    with check (${TENANT} and ${ADMINISTERED} and made_by = gongkai.current_person() and revoked_at is null)`,
  // What is revoked stays revoked.
  `create policy api_token_revoke on gongkai.api_token for update to gongkai_app
    using (${TENANT} and ${ADMINISTERED} and revoked_at is null) with check (${TENANT} and ${ADMINISTERED} and revoked_at is not null)`,
  `grant select, insert on gongkai.api_token to gongkai_app`,
  `grant update (revoked_at) on gongkai.api_token to gongkai_app`,
]
