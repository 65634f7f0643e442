import assert from 'node:assert/strict'
import path from 'node:path'
import { after, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyChain } from './faults/chain.js'
import { newClerk } from './faults/clerk.js'
import { setUpCounty } from './faults/county.js'
import { randoms } from './faults/moves.js'
import {
  freePort,
  newDataFolder,
  removeDataFolder,
  startProcess,
} from './faults/service-process.js'

/** What is built: it starts in the time that an operator waits. */
const ENTRY = [path.join(import.meta.dirname, '../dist/main.js')]

const folder = newDataFolder()
process.once('exit', () => removeDataFolder(folder))

/** At the first writes, and in the middle of many. */
const KILLED_AFTER = [12, 40]

it('办理中途两次强行终止：已答复的都在，没有办了一半的，记录的链条完整', async () => {
  const spec = { folder, port: await freePort(), entry: ENTRY }
  let service = await startProcess(spec)
  after(() => service.kill())
  const county = await setUpCounty(service.url, service.setUpCode ?? '', 3)
  const clerks = county.desks.map((desk, at) => newClerk(county, desk, randoms(at)))
  const written = () => clerks.reduce((sum, clerk) => sum + clerk.written(), 0)
  for (const many of KILLED_AFTER) {
    const work = Promise.all(clerks.map((clerk) => clerk.work()))
    while (written() < many) await Promise.race([work, wait(5)])
    await service.kill()
    await work
    service = await startProcess(spec)
    for (const clerk of clerks) await clerk.verify()
    assert.ok(written() >= many)
  }
  assert.ok((await verifyChain(folder)) > written())
})
