import assert from 'node:assert/strict'
import { watch } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { postmasterOf } from '../../packages/app/test/support/cluster.js'
import { randoms } from '../../packages/law/test/support/randoms.js'
import {
  type CaseWorker,
  type Course,
  newCaseWorker,
} from '../../packages/web/test/faults/case-worker.js'
import { verifyChain } from '../../packages/web/test/faults/chain.js'
import { type AskedCounty, setUpOffices } from '../../packages/web/test/faults/offices.js'
import { holdRegister } from '../../packages/web/test/faults/register-invariants.js'
import { startProcess } from '../../packages/web/test/faults/service-process.js'
import { printTable } from '../table.js'
import { embeddedPlace, ownPlace, type Place } from './place.js'

/** An office for each, so that every kind of course is under way at every kill. */
const COURSES: readonly (readonly Course[])[] = [
  ['plain', 'corrected'],
  ['paid', 'refunded'],
  ['withheld'],
  ['desk'],
  ['refused'],
  ['split', 'waived'],
  ['together'],
  ['imported', 'ownRecord'],
]
/** Every so many kills, the database is killed with the service. */
const WITH_DATABASE = 4
/** Every so many, as soon as a file is in the store: its row is still to come. */
const AT_A_FILE = 3
/** A kill comes after so many acts at most, and after so long. */
const MOST_ACTS = 90
const MOST_MS = 15_000

/** Kills the service again and again while requests are handed in and worked on, on both databases, and holds the register against what was acknowledged. */
export async function soakRequests(seed: number, kills: number): Promise<void> {
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

async function killed(
  place: Place,
  seed: number,
  kills: number,
  killDatabase: () => void | Promise<void>,
): Promise<void> {
  const chance = randoms(seed)
  let service = await startProcess(place.spec)
  const set = await setUpOffices(service.url, service.setUpCode ?? '', COURSES.length)
  const makeOld = (id: string) => place.asOwner((client) => overForLong(client, id))
  const county = { ...set, makeOld }
  const workers = county.offices.map((office, at) =>
    newCaseWorker(county, office, COURSES[at] ?? ['plain']),
  )
  const tally = { done: 0, 'not done': 0, 'nothing under way': 0 }
  let unnamed = 0
  for (let kill = 1; kill <= kills; kill++) {
    const work = Promise.all(workers.map((worker) => worker.work()))
    const until = actsOf(workers) + chance() * MOST_ACTS
    const latest = performance.now() + MOST_MS
    while (actsOf(workers) < until && performance.now() < latest)
      await Promise.race([work, wait(5)])
    if (kill % AT_A_FILE === 0) await Promise.race([work, fileKept(place), wait(MOST_MS)])
    const database = kill % WITH_DATABASE === 0 ? killDatabase() : undefined
    await service.kill()
    await Promise.all([work, database])
    service = await startProcess(place.spec)
    for (const worker of workers) tally[await worker.verify()] += 1
    unnamed = await hold(place, workers)
    process.stdout.write(`${place.name}: kill ${kill} of ${kills}, ${actsOf(workers)} acts\n`)
  }
  const made = await workedOff(place, county)
  for (const worker of workers) await worker.verifyAll()
  await hold(place, workers)
  const events = await verifyChain(place.spec.folder, place.databaseUrl)
  await service.stop()
  printTable(
    `Requests under way, killed ${kills} times: ${place.name}`,
    ['what', 'measured'],
    [
      ['requests handed in, each there once', workers.reduce((sum, one) => sum + one.cases(), 0)],
      ['acts acknowledged, each there once', actsOf(workers)],
      ['under way at a kill and done', tally.done],
      ['under way at a kill and not done', tally['not done']],
      ['letters numbered, without a gap', made.letters],
      ['redacted files made', made.redactions],
      ['cases filed', made.filed],
      ['files that were stored when it was killed, and wait to be swept', unnamed],
      ['events in the chain, which verifies', events],
    ],
  )
}

function actsOf(workers: readonly CaseWorker[]): number {
  return workers.reduce((sum, worker) => sum + worker.acts(), 0)
}

async function hold(place: Place, workers: readonly CaseWorker[]): Promise<number> {
  const cases = new Map(workers.map(({ office, cases }) => [office.authorityId, cases()]))
  await verifyChain(place.spec.folder, place.databaseUrl)
  return place.asOwner((client) => holdRegister(client, cases, place.spec.folder))
}

/** When the next file of a request is in the store. */
async function fileKept({ spec }: Place): Promise<void> {
  const events = watch(path.join(spec.folder, 'files'), { recursive: true })
  for await (const { filename } of events) if (/[0-9a-f]{64}$/.test(filename ?? '')) break
}

/** What was imported was over before the memory of anybody. */
async function overForLong(client: pg.Client, id: string): Promise<void> {
  const day = `date '1990-01-02'`
  await client.query(
    `update gongkai.request set closed_on = ${day}, filed_on = ${day} where id = $1 and erased_at is null`,
    [id],
  )
  await client.query(`update gongkai.request_filing set filed_on = ${day} where request_id = $1`, [
    id,
  ])
}

const WORKED_OFF_MS = 300_000

const STANDING = `select
  (select count(*)::integer from gongkai.request_letter where number_no is not null) as letters,
  (select count(*)::integer from gongkai.event where name = 'requestRedactionMade') as redactions,
  (select count(*)::integer from gongkai.request_filing where state = 'filed') as filed,
  (select count(*)::integer from gongkai.request_filing where state = 'making')
    + (select count(*)::integer from gongkai.request_material where state = 'making') as making,
  (select count(*)::integer from gongkai.request_filing where state = 'failed')
    + (select count(*)::integer from gongkai.request_material where state = 'failed') as failed,
  (select count(*)::integer from (select subject_id from gongkai.event where name = 'requestFiled'
    group by subject_id having count(*) > 1) twice) as twice`

/** Everything that was asked of the background is made, once, and what was made can be read. */
async function workedOff(place: Place, county: AskedCounty) {
  for (const until = Date.now() + WORKED_OFF_MS; ; ) {
    const standing = await place.asOwner(async (client) => {
      // The pause before the next try grows with every kill: it is not waited for.
      await client.query(`update gongkai_jobs.job set start_after = now() where state = 'retry'`)
      return (await client.query(STANDING)).rows[0]
    })
    assert.deepEqual([standing.failed, standing.twice], [0, 0], 'made, and once')
    if (standing.making === 0) {
      await readFilings(place, county)
      return standing
    }
    assert.ok(Date.now() < until, `not made in time: ${JSON.stringify(standing)}`)
    await wait(1000)
  }
}

/** The files of every case can be opened: they are in the store as they were made. */
async function readFilings(place: Place, { offices }: AskedCounty): Promise<void> {
  const { rows } = await place.asOwner((client) =>
    client.query(
      `select f.request_id, f.no, f.authority_id from gongkai.request_filing f
        join gongkai.request r on r.tenant_id = f.tenant_id and r.id = f.request_id and r.erased_at is null where f.state = 'filed'`,
    ),
  )
  for (const { request_id, no, authority_id } of rows) {
    const office = offices.find(({ authorityId }) => authorityId === authority_id)
    const path = `/requests/${request_id}/filings/${no}/file?which=packed`
    const answer = await office?.officer('GET', path)
    assert.equal(answer?.status, 200, JSON.stringify(answer?.body))
  }
}
