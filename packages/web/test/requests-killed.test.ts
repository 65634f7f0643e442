import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../app/test/support/cluster.js'
import { type Course, newCaseWorker } from './faults/case-worker.js'
import { verifyChain } from './faults/chain.js'
import { setUpOffices } from './faults/offices.js'
import { startOwnServer } from './faults/own-server.js'
import { holdRegister } from './faults/register-invariants.js'
import { freePort, newDataFolder, startProcess } from './faults/service-process.js'

const ENTRY = [path.join(import.meta.dirname, '../dist/main.js')]

/** After so many acts: among the first, and while letters are consented to, sent and paid. */
const AFTER_ACTS = [5, 30]

/** Of each office. */
const COURSES: readonly (readonly Course[])[] = [['paid'], ['desk'], ['split', 'corrected']]

describe('强行终止：申请的状态、记录、文号和后台任务相互一致', () => {
  it('办理中途两次', async (test) => {
    const { url } = await startOwnServer()
    const folder = newDataFolder()
    const spec = { folder, port: await freePort(), entry: ENTRY, env: { DATABASE_URL: url } }
    let service = await startProcess(spec)
    test.after(() => service.kill())
    const county = await setUpOffices(service.url, service.setUpCode ?? '', 3)
    const workers = county.offices.map((office, at) =>
      newCaseWorker(county, office, COURSES[at] ?? ['plain']),
    )
    const acts = () => workers.reduce((sum, worker) => sum + worker.acts(), 0)
    for (const many of AFTER_ACTS) {
      const work = Promise.all(workers.map((worker) => worker.work()))
      while (acts() < many) await Promise.race([work, wait(5)])
      await service.kill()
      await work
      service = await startProcess(spec)
      for (const worker of workers) await worker.verify()
      const cases = new Map(workers.map(({ office, cases }) => [office.authorityId, cases()]))
      await withClient(url, (client) => holdRegister(client, cases, folder))
      assert.ok(acts() >= many)
    }
    for (const worker of workers) await worker.verifyAll()
    await verifyChain(folder, url)
  })
})
