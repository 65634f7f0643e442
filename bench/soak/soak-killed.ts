import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { postmasterOf } from '../../packages/app/test/support/cluster.js'
import { randoms } from '../../packages/law/test/support/randoms.js'
import { verifyChain } from '../../packages/web/test/faults/chain.js'
import { type Clerk, newClerk } from '../../packages/web/test/faults/clerk.js'
import { type County, setUpCounty } from '../../packages/web/test/faults/county.js'
import {
  type ServiceProcess,
  startProcess,
} from '../../packages/web/test/faults/service-process.js'
import { printTable } from '../table.js'
import { holdInvariants } from './invariants.js'
import { embeddedPlace, ownPlace, type Place } from './place.js'
import { newReminders, type Reminders } from './reminders.js'

const CLERKS = 8
/** Every so many kills, the database is killed with the service. */
const WITH_DATABASE = 4
/** A kill comes after so many writes at most, and after so long. */
const MOST_WRITES = 80
const MOST_MS = 10_000
/** Whoever asked again within two minutes of a kill is told that it is still under way. */
const KEYS_MS = 125_000

/** Kills the service again and again under load, on both databases, and holds what is kept against the journals. */
export async function soakKilled(seed: number, kills: number): Promise<void> {
  const embedded = await embeddedPlace()
  await killed(embedded, seed, kills, () => {
    process.kill(postmasterOf(`${embedded.spec.folder}/database`), 'SIGKILL')
  })
  const { place, server } = await ownPlace()
  await killed(place, seed + 1, kills, () => {
    server.signal('SIGKILL')
    return server.start()
  })
}

type Tally = { acknowledged: number; done: number; notDone: number; nothing: number }

async function killed(
  place: Place,
  seed: number,
  kills: number,
  killDatabase: () => void | Promise<void>,
): Promise<void> {
  const chance = randoms(seed)
  let service = await startProcess(place.spec)
  const county = await setUpCounty(service.url, service.setUpCode ?? '', CLERKS)
  const clerks = county.desks.map((desk, at) => newClerk(county, desk, randoms(seed * 100 + at)))
  const reminders = newReminders(county.root, county.collectionId, 'officer0')
  const jobs: string[] = []
  const tally: Tally = { acknowledged: 0, done: 0, notDone: 0, nothing: 0 }
  const starts: number[] = []
  for (let kill = 1; kill <= kills; kill++) {
    await place.asOwner(reminders.ask)
    const isWithDatabase = kill % WITH_DATABASE === 0
    await untilKilled(
      { service, county, clerks, jobs, chance },
      isWithDatabase ? killDatabase : null,
    )
    service = await startProcess(place.spec)
    starts.push(service.openedMs)
    await verifyAll(place, clerks, tally)
    process.stdout.write(
      `${place.name}: kill ${kill} of ${kills}, ${tally.acknowledged} acknowledged\n`,
    )
  }
  await workedOff(place, county, jobs, reminders)
  await wait(KEYS_MS)
  const before = tally.acknowledged
  const repeated = (await Promise.all(clerks.map((clerk) => clerk.repeatUnanswered()))).flat()
  await verifyAll(place, clerks, tally)
  assert.equal(tally.acknowledged, before, 'nothing was done a second time')
  const events = await verifyChain(place.spec.folder, place.databaseUrl)
  await service.stop()
  printTable(
    `Killed ${kills} times under load: ${place.name}`,
    ['what', 'measured'],
    [
      ['acknowledged writes, each there once', tally.acknowledged],
      ['under way at a kill and done', tally.done],
      ['under way at a kill and not done', tally.notDone],
      [
        'those done sent once more under their keys, answered with',
        countsOf(repeated.map(({ status, body }) => `${status} ${body?.code ?? ''}`)),
      ],
      ['jobs asked for, each done', jobs.length],
      ['longest start after a kill, ms', Math.max(...starts).toFixed(0)],
      ['events in the chain, which verifies', events],
    ],
  )
}

type Round = {
  readonly service: ServiceProcess
  readonly county: County
  readonly clerks: readonly Clerk[]
  readonly jobs: string[]
  readonly chance: () => number
}

async function untilKilled(
  { service, county, clerks, jobs, chance }: Round,
  killDatabase: (() => void | Promise<void>) | null,
): Promise<void> {
  const work = Promise.all(clerks.map((clerk) => clerk.work()))
  const asked = await county.supervisor('POST', `/collections/${county.collectionId}/check`)
  if (asked.status === 202) jobs.push(asked.body.jobId)
  const until = written(clerks) + chance() * MOST_WRITES
  const latest = performance.now() + MOST_MS
  while (written(clerks) < until && performance.now() < latest) await Promise.race([work, wait(5)])
  const database = killDatabase?.()
  await service.kill()
  await Promise.all([work, database])
}

function written(clerks: readonly Clerk[]): number {
  return clerks.reduce((sum, clerk) => sum + clerk.written(), 0)
}

async function verifyAll(place: Place, clerks: readonly Clerk[], tally: Tally): Promise<void> {
  for (const clerk of clerks) {
    const found = await clerk.verify()
    if (found === 'done') tally.done += 1
    if (found === 'not done') tally.notDone += 1
  }
  tally.acknowledged = written(clerks)
  await place.asOwner(holdInvariants)
  await verifyChain(place.spec.folder, place.databaseUrl)
}

const WORKED_OFF_MS = 300_000

/** Every job that was acknowledged comes to its end, and every authority is reminded of once. */
async function workedOff(
  place: Place,
  { admin }: County,
  jobs: readonly string[],
  reminders: Reminders,
): Promise<void> {
  for (const until = Date.now() + WORKED_OFF_MS; ; ) {
    // The pause before the next try grows with every kill, up to an hour: it is not waited for.
    await place.asOwner((client) =>
      client.query(`update gongkai_jobs.job set start_after = now() where state = 'retry'`),
    )
    const states = await Promise.all(
      jobs.map(async (id) => (await admin('GET', `/jobs/${id}`)).body.state),
    )
    const missing = await place.asOwner(reminders.missing)
    if (states.every((state) => state === 'done') && missing === 0) return
    if (Date.now() > until || states.includes('failed')) {
      const { body } = await admin('GET', '/jobs?state=failed')
      const failed = JSON.stringify(body.jobs)
      assert.fail(`jobs: ${countsOf(states)}; failed: ${failed}; not reminded of: ${missing}`)
    }
    await wait(1000)
  }
}

function countsOf(values: readonly (string | number)[]): string {
  const groups = Map.groupBy(values, (value) => value)
  return [...groups].map(([value, all]) => `${value} × ${all.length}`).join(', ') || '-'
}
