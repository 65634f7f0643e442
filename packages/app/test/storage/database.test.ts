import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { databaseWords } from '../../src/storage/database-words.js'
import { migrate } from '../../src/storage/migrate.js'
import { openDatabase } from '../../src/storage/open-database.js'
import { emptyDatabase } from '../support/database.js'
import { newFolder, SERVERS } from '../support/servers.js'

for (const server of SERVERS) {
  describe(server.name, { skip: server.skip ?? false }, () => {
    it('is brought up to date once, also by two processes that start together', async () => {
      const url = await emptyDatabase(server)
      const ran = await Promise.all([migrate(url), migrate(url)])
      assert.equal(ran.flat().length, new Set(ran.flat()).size)
      assert.deepEqual(await migrate(url), [])
    })

    it('一个更新版本升级过的数据库，说明不能使用', async () => {
      const url = await emptyDatabase(server)
      await migrate(url)
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(
        "insert into gongkai.kysely_migration values ('2999-01-01-a-later', '2999-01-01')",
      )
      await client.end()
      const fault = await migrate(url).catch((thrown: unknown) => thrown)
      assert.match(databaseWords(fault) ?? '', /^数据库已由更新版本的程序升级/)
    })

    it('every connection acts as a role that owns nothing and bypasses nothing', async () => {
      const url = await emptyDatabase(server)
      await migrate(url)
      const { db, close } = openDatabase(url)
      const { rows } = await sql`
        select current_user as role, rolsuper, rolbypassrls, rolcreaterole,
          (select count(*) from pg_class where relowner = r.oid) as owned
        from pg_roles r where rolname = current_user`.execute(db)
      await close()
      const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 }
      assert.deepEqual(rows, [{ role: 'gongkai_app', ...none }])
    })

    it('row-level security is on for every table, and every table begins with its region', async () => {
      const url = await emptyDatabase(server)
      await migrate(url)
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query(`
        select c.relname as name, c.relrowsecurity as secured,
          (select attname from pg_attribute where attrelid = c.oid and attnum = 1) as first
        from pg_class c where relnamespace = 'gongkai'::regnamespace and relkind = 'r' and relname not like 'kysely%'`)
      await client.end()
      const names = rows.map(({ name }) => name)
      assert.ok(names.includes('event') && names.includes('authority'))
      for (const row of rows) {
        assert.deepEqual(row, { name: row.name, secured: true, first: 'tenant_id' })
      }
    })

    it('nobody sees or writes anything before it is said who asks', async () => {
      const url = await emptyDatabase(server)
      await migrate(url)
      const { db, close } = openDatabase(url)
      for (const table of ['tenant', 'authority', 'person', 'event', 'credential'] as const) {
        assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [])
      }
      const values = { tenant_id: crypto.randomUUID(), name: '云岭县', region_code: null }
      const writing = db.insertInto('tenant').values({ ...values, created_at: new Date() })
      await assert.rejects(writing.execute(), /permission denied/)
      await close()
    })
  })
}

it('a server that takes the connection and says nothing is not waited for', async () => {
  const folder = newFolder()
  const open = new Set<Socket>()
  const silent = createServer((socket) => open.add(socket))
  await new Promise<void>((resolve) => silent.listen(path.join(folder, '.s.PGSQL.5432'), resolve))
  const url = `postgresql://owner@/postgres?host=${encodeURIComponent(folder)}`
  const limits = { connectMs: 50, answerMs: 50 }
  const patience = { ...limits, doubtMs: 60_000, probeMs: 50, pauseMs: 50 }
  const { db, close } = openDatabase(url, 1, patience)
  await assert.rejects(sql`select 1`.execute(db), /timeout/)
  for (const socket of open) socket.destroy()
  silent.close()
  await close()
})
