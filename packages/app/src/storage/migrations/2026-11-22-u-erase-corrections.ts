import { type Kysely, sql } from 'kysely'

// Frozen once merged: a migration imports nothing of ours.

/** With a request what was registered of it before goes, too, and why it was set aside (ADR 0026, 0030). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create function gongkai.erase_corrections() returns trigger language plpgsql security definer set search_path = gongkai, pg_temp as $$
  begin
    update request_correction c set reason = '（已依规清除）', before = '', people_before = null
      where c.tenant_id = new.tenant_id and c.request_id = new.id;
    if new.set_aside is not null then new.set_aside_reason := '（已依规清除）'; end if;
    return new;
  end $$`,
  `create trigger erase_corrections before update of erased_at on gongkai.request
    for each row when (old.erased_at is null and new.erased_at is not null) execute function gongkai.erase_corrections()`,
]
