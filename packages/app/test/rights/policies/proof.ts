import pg from 'pg'
import type { Cast, Persona } from './cast.js'

/** What a policy is for: the statement that it lets one person do, and somebody near whom it keeps from it. */
export type Proof = {
  /** `table.policy` */
  readonly policy: string
  readonly lets: Persona
  readonly keepsOut: Persona
  readonly statement: (cast: Cast) => string
}

/** What is done to the policy before it is tried. */
export type Change = 'kept' | 'dropped' | 'open to all'

const NOT_ALLOWED = '42501'

/** Whether the statement touches any row as this persona, with the policy changed as said. Nothing of it stays. */
export async function tried(
  owner: pg.Client,
  cast: Cast,
  { policy, statement }: Proof,
  persona: Persona,
  change: Change,
): Promise<boolean> {
  await owner.query('begin')
  try {
    await changePolicy(owner, policy, change)
    const { tenant, person, secret = '' } = cast.personas[persona]
    await owner.query('set local role gongkai_app')
    await owner.query(
      `select set_config('gongkai.tenant', $1, true), set_config('gongkai.person', $2, true), set_config('gongkai.day', $3, true),
        set_config('gongkai.secret', $4, true)`,
      [tenant, person, cast.day, secret],
    )
    const { rowCount } = await owner.query(statement(cast))
    return (rowCount ?? 0) > 0
  } catch (thrown) {
    if (thrown instanceof pg.DatabaseError && thrown.code === NOT_ALLOWED) return false
    throw thrown
  } finally {
    await owner.query('rollback')
  }
}

async function changePolicy(owner: pg.Client, policy: string, change: Change): Promise<void> {
  const [table, name] = policy.split('.')
  if (change === 'dropped') await owner.query(`drop policy ${name} on gongkai.${table}`)
  if (change !== 'open to all') return
  const { rows } = await owner.query(
    `select cmd from pg_policies where schemaname = 'gongkai' and tablename = $1 and policyname = $2`,
    [table, name],
  )
  const using = rows[0].cmd === 'INSERT' ? '' : 'using (true)'
  const check = ['SELECT', 'DELETE'].includes(rows[0].cmd) ? '' : 'with check (true)'
  await owner.query(`alter policy ${name} on gongkai.${table} ${using} ${check}`)
}
