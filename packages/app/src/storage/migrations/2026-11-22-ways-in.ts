import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Passkeys, identities of a province, and what a browser is asked to sign. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FUNCTIONS, ...POLICIES]) {
    await sql.raw(statement).execute(db)
  }
}

const TABLES = [
  `create table gongkai.passkey (
    tenant_id      uuid not null,
    id             uuid not null,
    person_id      uuid not null,
    name           text not null check (name <> ''),
    credential_id  bytea not null,
    public_key     bytea not null,
    counter        bigint not null,
    made_at        timestamptz not null,
    used_at        timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, credential_id),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id)
  )`,
  // Serves the list of one's passkeys.
  `create index passkey_of on gongkai.passkey (tenant_id, person_id)`,

  `create table gongkai.identity (
    tenant_id  uuid not null,
    issuer     text not null,
    subject    text not null,
    person_id  uuid not null,
    made_at    timestamptz not null,
    primary key (tenant_id, issuer, subject),
    foreign key (tenant_id, person_id) references gongkai.person (tenant_id, id),
    -- A login that goes to somebody else at the issuer does not take the person along.
    unique (tenant_id, issuer, person_id)
  )`,

  // Worth nothing after a crash. Nobody reads it but the functions below.
  `create unlogged table gongkai.challenge (
    tenant_id   uuid not null,
    hash        bytea not null,
    purpose     text not null,
    person_id   uuid,
    expires_at  timestamptz not null,
    primary key (tenant_id, hash)
  )`,
  // Serves the clearing of what nobody came back for.
  `create index challenge_expires on gongkai.challenge (expires_at)`,
]

const FUNCTIONS = [
  `create function gongkai.keep_challenge(new_hash bytea, why text, person uuid, at timestamptz, until timestamptz) returns void
    language sql volatile security definer set search_path = gongkai, pg_temp as $$
    delete from challenge where ctid in (
      select ctid from challenge where expires_at <= at limit 10 for update skip locked);
    insert into challenge values (current_tenant(), new_hash, why, person, until) $$`,
  // It is taken once.
  `create function gongkai.take_challenge(wanted bytea, why text, person uuid, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = gongkai, pg_temp as $$
  begin
    delete from challenge c where c.tenant_id = current_tenant() and c.hash = wanted and c.purpose = why
      and c.person_id is not distinct from person and c.expires_at > at;
    return found;
  end $$`,
  // Which person a passkey or an identity stands for: all that is known before anybody is known.
  `create function gongkai.person_of_passkey(wanted bytea) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select k.person_id from passkey k
      join person p on p.tenant_id = k.tenant_id and p.id = k.person_id and p.state = 'active'
      where k.tenant_id = current_tenant() and k.credential_id = wanted $$`,
  `create function gongkai.person_of_identity(wanted_issuer text, wanted_subject text) returns uuid
    language sql stable security definer set search_path = gongkai, pg_temp as $$
    select person_id from identity
      where tenant_id = current_tenant() and issuer = wanted_issuer and subject = wanted_subject $$`,
]

const OWN = 'tenant_id = gongkai.current_tenant() and person_id = gongkai.current_person()'

const POLICIES = [
  `alter table gongkai.challenge enable row level security`,

  `alter table gongkai.passkey enable row level security`,
  `create policy passkey_own on gongkai.passkey to gongkai_app using (${OWN}) with check (${OWN})`,
  `grant select, insert, delete on gongkai.passkey to gongkai_app`,
  `grant update (counter, used_at) on gongkai.passkey to gongkai_app`,

  `alter table gongkai.identity enable row level security`,
  `create policy identity_own on gongkai.identity to gongkai_app using (${OWN}) with check (${OWN})`,
  `grant select, insert, delete on gongkai.identity to gongkai_app`,
]
