import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../../src/storage/open-database.js'
import { migratedDatabase } from '../support/database.js'
import { SERVERS } from '../support/servers.js'

const PATIENCE = { connectMs: 60_000, answerMs: 60_000, doubtMs: 100, probeMs: 500, pauseMs: 200 }
const HANGS = /Connection terminated/

/** A server that takes every connection; it passes on what is said to `target`, or, where there is none or it hangs, says nothing. */
async function newFront(target?: string) {
  const all = new Set<Socket>()
  const front = { isHanging: target === undefined }
  const server = createServer((socket) => {
    all.add(socket.on('error', () => {}))
    if (target === undefined) return
    const back = connect(target).on('error', () => {})
    all.add(back)
    const pass = (from: Socket, to: Socket) =>
      from.on('data', (bytes) => front.isHanging || to.write(bytes)).on('end', () => to.end())
    pass(socket, back)
    pass(back, socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(front, {
    port,
    close() {
      for (const socket of all) socket.destroy()
      server.close()
    },
  })
}

describe('数据库接受连接而不应答', () => {
  it('一开始就不应答的，连接不再等下去', async () => {
    const front = await newFront()
    const { db, close } = openDatabase(`postgresql://owner@127.0.0.1:${front.port}/x`, 1, PATIENCE)
    await assert.rejects(sql`select 1`.execute(db), HANGS)
    front.close()
    await close()
  })

  const [server] = SERVERS
  it('中途不再应答的，语句不再等下去；恢复后照常', async () => {
    assert.ok(server)
    const url = new URL((await migratedDatabase(server)).replace('@/', '@localhost/'))
    const front = await newFront(`${url.searchParams.get('host')}/.s.PGSQL.5432`)
    const { db, close } = openDatabase(
      `postgresql://${url.username}@127.0.0.1:${front.port}${url.pathname}`,
      ...([1, PATIENCE] as const),
    )
    const ask = () => sql`select 1`.execute(db)
    await ask()
    // One that is only slow is waited for.
    await sql`select pg_sleep(0.5)`.execute(db)
    front.isHanging = true
    const whole = db.transaction().execute(async (tx) => sql`select 1`.execute(tx))
    await assert.rejects(whole, HANGS)
    await assert.rejects(ask(), HANGS)
    front.isHanging = false
    for (let tries = 0; !(await answered(ask)); tries++) {
      assert.ok(tries < 200, 'it did not come back')
      await wait(50)
    }
    await close()
    front.close()
  })
})

function answered(ask: () => Promise<unknown>): Promise<boolean> {
  return ask().then(
    () => true,
    () => false,
  )
}
