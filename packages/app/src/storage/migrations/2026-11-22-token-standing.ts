import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** Whoever administers or audits an authority sees in which roles each of its tokens still stands: in none where its maker does not administer it any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TOKENS_STANDING).execute(db)
}

const TOKENS_STANDING = `create function gongkai.tokens_standing(of_authority uuid) returns table (id uuid, standing text[])
  language sql stable security definer set search_path = gongkai, pg_temp as $$
  select t.id, array(select held from unnest(t.roles) held
      where b.dissolved_on is null and b.path && array(select authorities_of(t.made_by, '{administrator}'))
        and (held = 'auditor' or t.authority_id in (select authorities_of(t.made_by, array[held]))))
    from api_token t join authority b on b.tenant_id = t.tenant_id and b.id = t.authority_id
    where t.tenant_id = current_tenant() and t.authority_id = of_authority
      and of_authority in (select authorities_below('{administrator,auditor}')) $$`
