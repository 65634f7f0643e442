import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { randoms } from '../../packages/law/test/support/randoms.js'
import { verifyChain } from '../../packages/web/test/faults/chain.js'
import { newClerk } from '../../packages/web/test/faults/clerk.js'
import { setUpCounty } from '../../packages/web/test/faults/county.js'
import { startProcess } from '../../packages/web/test/faults/service-process.js'
import { printTable } from '../table.js'
import { holdInvariants } from './invariants.js'
import { ownPlace } from './place.js'
import { watchAnswers } from './watch-answers.js'

const BACK_MS = 90_000
/** So many writes are acknowledged before it goes away. */
const WRITES_BEFORE = 8

/** A server of one's own that hangs, and one that dies, each for a minute while people work. */
export async function soakAway(seed: number, seconds: number): Promise<void> {
  const { place, server } = await ownPlace()
  const service = await startProcess(place.spec)
  const county = await setUpCounty(service.url, service.setUpCode ?? '', 4)
  const clerks = county.desks.map((desk, at) => newClerk(county, desk, randoms(seed + at)))
  const rows: (string | number)[][] = []
  for (const [title, take, give] of [
    ['hangs (SIGSTOP)', () => server.signal('SIGSTOP'), async () => server.signal('SIGCONT')],
    ['dies (SIGKILL)', () => server.signal('SIGKILL'), () => server.start()],
  ] as const) {
    const written = () => clerks.reduce((sum, clerk) => sum + clerk.written(), 0)
    const enough = written() + WRITES_BEFORE
    const working = Promise.all(clerks.map((clerk) => clerk.work()))
    while (written() < enough) await Promise.race([working, wait(50)])
    const page = watchAnswers(`${service.url}/annual-reports`)
    const api = watchAnswers(`${service.url}/api/v1/collections`, county.supervisor.cookie())
    await wait(1000)
    take()
    await working
    await wait(seconds * 1000)
    page.mark()
    api.mark()
    await give()
    await Promise.race([Promise.all([page.back(), api.back()]), wait(BACK_MS)])
    for (const [what, watched] of [
      ['page', page],
      ['API', api],
    ] as const) {
      const seen = await watched.over()
      rows.push([
        title,
        what,
        seen.statuses,
        seen.says,
        seen.longest.toFixed(1),
        seen.backAfter.toFixed(1),
      ])
    }
    // What was on its way when the server hung comes to its end now.
    await wait(3000)
    for (const clerk of clerks) await clerk.verify()
    await place.asOwner(holdInvariants)
    await verifyChain(place.spec.folder, place.databaseUrl)
  }
  assert.equal(await service.stop(), 0)
  printTable(
    `The database is away for ${seconds} s while people work: ${place.name}; nothing acknowledged was lost, the chain verifies`,
    ['it', 'asked', 'answers', 'says while away', 'longest answer s', 'back after s'],
    rows,
  )
}
