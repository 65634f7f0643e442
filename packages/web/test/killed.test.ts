import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { randoms } from '../../law/test/support/randoms.js'
import { newBrowser } from './faults/browser.js'
import { verifyChain } from './faults/chain.js'
import { newClerk } from './faults/clerk.js'
import { granted, setUpCounty } from './faults/county.js'
import { startOwnServer } from './faults/own-server.js'
import {
  freePort,
  newDataFolder,
  type ServiceProcess,
  startProcess,
} from './faults/service-process.js'

/** What is built: it starts in the time that an operator waits. */
const ENTRY = [path.join(import.meta.dirname, '../dist/main.js')]

type Case = {
  readonly title: string
  /** Null for the database that comes along. */
  readonly database: () => Promise<string | null>
  readonly whileLoading: boolean
  /** After so many writes: the first ones, and in the middle of many. */
  readonly afterWrites: readonly number[]
}

const CASES: readonly Case[] = [
  {
    ...{ title: '自带的数据库，办理中途两次', database: async () => null },
    ...{ whileLoading: false, afterWrites: [12, 40] },
  },
  {
    title: '自有的数据库服务器，装载演示数据中途一次，办理中途一次',
    database: async () => (await startOwnServer()).url,
    ...{ whileLoading: true, afterWrites: [40] },
  },
]

describe('强行终止：已答复的都在，没有办了一半的，记录的链条完整', { concurrency: true }, () => {
  for (const { title, database, whileLoading, afterWrites } of CASES) {
    it(title, async (test) => {
      const url = await database()
      const env = url === null ? {} : { DATABASE_URL: url }
      const spec = { folder: newDataFolder(), port: await freePort(), entry: ENTRY, env }
      let service = await startProcess(spec)
      test.after(() => service.kill())
      if (whileLoading) {
        await killedLoading(service)
        service = await startProcess(spec)
      }
      const county = await setUpCounty(service.url, service.setUpCode ?? '', 3)
      const clerks = county.desks.map((desk, at) => newClerk(county, desk, randoms(at)))
      const written = () => clerks.reduce((sum, clerk) => sum + clerk.written(), 0)
      for (const many of afterWrites) {
        const work = Promise.all(clerks.map((clerk) => clerk.work()))
        while (written() < many) await Promise.race([work, wait(5)])
        await service.kill()
        await work
        service = await startProcess(spec)
        for (const clerk of clerks) await clerk.verify()
        assert.ok(written() >= many)
      }
      assert.ok((await verifyChain(spec.folder, url)) > written())
    })
  }
})

/** Begins to load the demonstration, and kills the service in the middle of it. */
async function killedLoading({ url, setUpCode, kill }: ServiceProcess): Promise<void> {
  const visitor = newBrowser(url)
  const loading = visitor('POST', '/setup/demonstration', { body: { code: setUpCode } })
  for (;;) {
    const { progress } = await granted(visitor, 'GET', '/setup/progress')
    if (progress?.doing === '导入前两年的报告') break
    await wait(20)
  }
  assert.deepEqual(await granted(visitor, 'GET', '/setup'), { needed: true })
  await kill()
  assert.equal((await loading).status, 0)
}
