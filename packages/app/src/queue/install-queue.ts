import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { PgBoss } from 'pg-boss'

/**
 * Brings the schema of the jobs, `gongkai_jobs`, to the version of the library, as the owner of the database of `url`; `db` is the owner's
 * connection. What runs later makes and changes no table there. Throws where it fails.
 */
export async function installQueue(db: Kysely<unknown>, url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    schema: 'gongkai_jobs',
    supervise: false,
    schedule: false,
    bamIntervalSeconds: 10,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    await untilIndexesAreBuilt(boss)
  } finally {
    await boss.stop()
  }
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

/** A newer version builds its indexes after it has changed its tables. */
async function untilIndexesAreBuilt(boss: PgBoss): Promise<void> {
  for (;;) {
    const states = (await boss.getBamStatus()).map(({ status }) => status)
    if (states.includes('failed')) throw new Error('the indexes of gongkai_jobs were not built')
    if (states.every((state) => state === 'completed')) return
    await wait(100)
  }
}

const STATEMENTS = [
  `grant usage on schema gongkai_jobs to gongkai_app`,
  `grant select, insert, update, delete on all tables in schema gongkai_jobs to gongkai_app`,
  // Serves the list of what waits, runs and failed beside many that are done.
  `create index if not exists gongkai_open on gongkai_jobs.job_common (state, id) where state <> 'completed'`,
]
