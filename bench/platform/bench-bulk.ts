import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '../../packages/web/test/faults/browser.js'
import { granted } from '../../packages/web/test/faults/county.js'
import { printTable } from '../table.js'
import { readDocuments } from './documents.js'
import { fillCounty } from './fill.js'
import { asOwner, startFresh } from './installation.js'
import { watchMemory } from './memory.js'
import { quantile } from './quantile.js'

const AUTHORITIES = 1000
const YEAR = 2024
const LONGEST_MS = 420_000

/** A collection of a thousand stored reports, each with last year's beside it, checked in one job; what the service answers meanwhile. */
export async function benchBulk(seed: number): Promise<void> {
  const { service, root, admin, supervisor } = await startFresh()
  const documents = await readDocuments(seed, AUTHORITIES)
  const { collections } = await asOwner(service.spec.folder, (client) =>
    fillCounty(client, {
      ...{ root, authorities: AUTHORITIES, years: [YEAR - 1, YEAR], last: 'submitted', documents },
    }),
  )
  const started = performance.now()
  const { jobId } = await granted(supervisor, 'POST', `/collections/${collections.get(YEAR)}/check`)
  const watched = watchMemory(service.pid)
  const { job, looks, answers } = await follow(admin, jobId)
  const { highest, converters } = watched()
  const asked = (performance.now() - started) / 1000
  const ran = (Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000
  printTable(
    `One job that checks ${AUTHORITIES} stored reports (${job.state}; ${job.message ?? 'none failed'})`,
    ['what', 'measured', 'to reach'],
    [
      ['seconds of the job', ran.toFixed(1), '≤ 60'],
      ['seconds from the request to the end', asked.toFixed(1), '-'],
      ['reports a second', (AUTHORITIES / ran).toFixed(1), '-'],
      ['different states of progress seen', looks, '-'],
      ['ms of an answer of the API meanwhile, p50', quantile(answers, 0.5).toFixed(0), '-'],
      ['ms of an answer of the API meanwhile, p99', quantile(answers, 0.99).toFixed(0), '-'],
      ['MB of the web process, highest', highest.toFixed(0), '≤ 350'],
      ['MB of its converters, highest', converters.toFixed(0), '-'],
    ],
  )
  await service.stop()
}

/** Looks at the job until it is over. */
async function follow(admin: Browser, jobId: string) {
  const answers: number[] = []
  const seen = new Set<number>()
  const until = performance.now() + LONGEST_MS
  for (;;) {
    const asked = performance.now()
    const { jobs } = await granted(admin, 'GET', '/jobs')
    answers.push(performance.now() - asked)
    const job = jobs.find(({ id }: { id: string }) => id === jobId)
    seen.add(job.done)
    if (['done', 'failed', 'cancelled'].includes(job.state) || asked > until)
      return { job, looks: seen.size, answers }
    await wait(200)
  }
}
