import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import pg from 'pg'
import { getRollbackPlans } from 'pg-boss'
import { migrate } from '../../src/storage/migrate.js'
import { emptyDatabase } from '../support/database.js'
import { SERVERS } from '../support/servers.js'

// The servers do not know of each other: both are tried at the same time.
describe('后台任务的表', { concurrency: SERVERS.length }, () => {
  for (const server of SERVERS) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      it('are brought from an older version to the present one, and stay open to the role of the use cases', async () => {
        const url = await emptyDatabase(server)
        await migrate(url)
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        const version = async () => {
          const { rows } = await client.query('select version from gongkai_jobs.version')
          return Number(rows[0].version)
        }
        const present = await version()
        await client.query(getRollbackPlans('gongkai_jobs', present))
        assert.equal(await version(), present - 1)
        await migrate(url)
        assert.equal(await version(), present)
        const { rows } = await client.query(`
        select count(*)::int as closed from pg_class where relnamespace = 'gongkai_jobs'::regnamespace
          and relkind in ('r', 'p') and not has_table_privilege('gongkai_app', oid, 'select, insert, update, delete')`)
        assert.equal(rows[0].closed, 0)
        await client.end()
      })
    })
  }
})
